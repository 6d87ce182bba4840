"""`review`: the figures as JSON, as a table, and as a PDF."""

from __future__ import annotations

GBP = "google_business"


def filled(plan):
    plan.json("record", GBP, "posts=2", "reach=150", "enquiries=6", "customers=1", "sales=120.50")
    plan.json("time", GBP, "90")
    return plan


def test_costs_networks_and_months_are_filled(plan):
    found = filled(plan).json("review")
    costs = found["costs"]
    assert costs["minutes"] == 90
    assert costs["minutes_per_result"] == 15
    assert costs["per_result"] == "7.50"
    low, high = costs["per_result_range"]
    assert float(low) < 7.5 < float(high)
    assert costs["per_customer"] is None
    (row,) = [row for row in found["networks"] if row["network"] == GBP]
    assert (row["reach"], row["reach_usual_week"]) == (None, 150)
    assert found["months"][0]["month"] == "2026-11"
    assert found["question"] is None
    assert found["unknown_source"]["share_percent"] is None


def test_the_table_ends_with_the_month_in_a_sentence(plan):
    told = filled(plan).type("review")
    assert told.exit == 0
    assert "In November social media took 1 h 30 of my time" in told.out.splitlines()[-1]
    assert "Your own hours: 1 h 30, worth £45.00" in told.out.splitlines()
    assert "\nPer order: " in told.out and "Minutes on the phone were not noted." in told.out


def test_the_same_weeks_as_a_pdf(plan, tmp_path):
    for paper in ("A4", "Letter"):
        file = tmp_path / f"{paper}.pdf"
        data = filled(plan).json("review", "--from", "2026-W48", "--to", "2026-W48", "--pdf", str(file), "--paper", paper)
        assert data["file"] == str(file)
        assert file.read_bytes().startswith(b"%PDF-")
    told = plan.type("review", "--pdf", str(tmp_path / "plain.pdf"))
    assert str(tmp_path / "plain.pdf") in told.out


def test_a_pdf_that_can_not_be_written(plan, tmp_path):
    plan.refused("review", "--pdf", str(tmp_path / "none" / "x.pdf"), code=4)
    plan.refused("review", "--pdf", str(plan.folder / "plan.db"), code=2)
    plan.refused("review", "--pdf", str(tmp_path / "x.pdf"), "--paper", "A5", code=2)
    assert not (tmp_path / "x.pdf").exists()
