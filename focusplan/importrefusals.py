"""The English sentences for what the platforms' own files can be refused for, by code.

Part of `focusplan.refusals`, which says how they are used.
"""

from __future__ import annotations

from collections.abc import Mapping

from focusplan.language import N_

SENTENCES: Mapping[str, str] = {
    "import_large": N_("{file} is larger than {most} MB; no network writes such a file."),
    "import_empty": N_("{file} is empty."),
    "import_no_rows": N_("{file} has a header, but no row below it."),
    "import_web_page": N_(
        "{file} is a web page, not a table. Download the file once more, as CSV or as a workbook."
    ),
    "import_kind": N_("{file} is no table. Bring in the CSV file, workbook or archive as downloaded."),
    "import_letters": N_("{file}, line {line}: these letters can’t be read."),
    "import_nul": N_("{file}, line {line}: there is a character that is no text."),
    "import_quote": N_(
        "{file}, line {line}: a quotation mark has no counterpart, so the rows can’t be told apart."
    ),
    "import_rows": N_("{file} has more than {most} rows; no network writes such a file."),
    "import_columns": N_("{file}, line {line}: there are more than {most} columns."),
    "import_cell": N_("{file}, line {line}: a cell is longer than {most} letters."),
    "import_broken": N_("{file} is damaged or not complete. Download it once more."),
    "import_locked": N_("{file} is locked with a password. Bring in the file as the network gave it."),
    "import_macros": N_("{file} holds macros, which no network’s file does, so it was not opened."),
    "import_zip_names": N_(
        "{file} holds files whose names lead elsewhere or stand twice, so it was not opened."
    ),
    "import_zip_large": N_("{file} would unpack to far more than a network’s figures, so it was not opened."),
    "import_zip_many": N_("{file} holds more than {most} files."),
    "import_zip_nested": N_("{file} holds another archive. Unpack it once, then bring in what is in it."),
    "import_many": N_("At most {most} files can be brought in at once."),
    "import_unknown": N_(
        "{file} is not a file that is known here: none of its columns tell which network it is from."
    ),
    "import_daily": N_(
        "{file} breaks the posts down by days, so each post stands in it many times. Export the posts"
        " themselves instead: the view of posts, not that of days or of video statistics."
    ),
    "import_other_network": N_("{file} is a file of {network}."),
    "import_network_unknown": N_("{file}, line {line}: there is no network {value}."),
    "import_column_twice": N_("{file} has the column for {column} twice; nobody can tell which is meant."),
    "import_day": N_("{file}, line {line}: {value} is no day."),
    "import_days_mixed": N_(
        "{file}, line {line}: {value} names the day in another order than the lines above it."
    ),
    "import_day_twice": N_("{file}, line {line}: {value} is there twice, with different figures."),
    "import_week_twice": N_("{file}, line {line}: {value} is there twice for the same network."),
    "import_ids": N_(
        "{file}, line {line}: a spreadsheet has shortened the post’s number to {value}, so posts can’t be"
        " told apart. Bring in the file just as the network gave it."
    ),
    "import_figure": N_("{file}, line {line}: {value} is not a figure that can be used here."),
    "import_numbers_mixed": N_(
        "{file}, line {line}: {value} is written in another way than the figures above it."
    ),
    "import_answer": N_("{id}: {value} is not one of these: {choices}."),
    "import_answer_unknown": N_("{id} was not asked."),
    "import_questions": N_("Something in this can be read in two ways, so nothing was taken. {questions}"),
}
"""What each code says."""

_AGAIN = N_(
    "Nothing was taken. Download the file once more and bring it in as it is, not saved anew elsewhere."
)
_LINE = N_(
    "Nothing was taken. Look at this line in the file and put it right, or download the file once more."
)
_SHORTER = N_("Nothing was taken. Choose a shorter time in the network, then download the file once more.")
_ONE = N_("Nothing was taken. Keep the one that is right in the file, then bring it in again.")

WAYS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("import_empty", "import_letters", "import_nul", "import_quote"), (_AGAIN,)),
    **dict.fromkeys(("import_columns", "import_cell"), (_AGAIN,)),
    **dict.fromkeys(("import_rows", "import_large"), (_SHORTER,)),
    **dict.fromkeys(("import_days_mixed", "import_numbers_mixed"), (_AGAIN,)),
    **dict.fromkeys(("import_day", "import_figure", "import_network_unknown"), (_LINE,)),
    **dict.fromkeys(("import_day_twice", "import_week_twice", "import_column_twice"), (_ONE,)),
    "import_no_rows": (
        N_("Nothing was taken. Choose a longer time in the network, then download the file once more."),
    ),
    "import_unknown": (
        N_(
            "Nothing was taken. Choose the export of posts, of days or of campaigns, or write your figures"
            " into FocusPlan’s own table."
        ),
    ),
    "import_other_network": (N_("Leave the network out; the file says it itself."),),
    "import_many": (N_("Bring them in a few at a time."),),
}
"""What can be done about each code whose sentence does not say it."""
