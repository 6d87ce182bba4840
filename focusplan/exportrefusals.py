"""The English sentences for what can be refused when the plan is taken along or brought back, by code.

`focusplan.refusals` holds them with all others.
"""

from __future__ import annotations

from collections.abc import Mapping

from focusplan.language import N_

SENTENCES: Mapping[str, str] = {
    "file_disk_full": N_("The disk is full, so {file} was not written. The plan itself is as it was."),
    "export_ending": N_("{file} has to end in {ending}, so that other programs know what it is."),
    "export_there": N_("{file} is there already and is something else, so it stays. Choose another name."),
    "export_no_folder": N_("{file} is there already and is no folder. Choose another name."),
    "export_alone": N_("A plan is brought in alone, without other files."),
    "export_other": N_("{file} is no plan that FocusPlan wrote, so nothing was made."),
    "export_large": N_("{file} is too large to be a plan, so nothing was made."),
    "export_syntax": N_("{file}, line {line}: this can’t be read, so nothing was made."),
    "export_key": N_("{file}: {key} is missing, so nothing was made."),
    "export_value": N_("{file}: {key} holds something that can’t stand there, so nothing was made."),
    "export_section": N_("{file}: {key} is not known here, so nothing was made."),
    "export_rules": N_("{file}: {key} holds what the rules of a plan don’t allow, so nothing was made."),
    "export_two": N_(
        "{file}: {networks} are being learnt at once. One at a time is the rule, so nothing was made."
    ),
    "export_fault_record": N_("{file}: the record of decisions was changed, so nothing was made."),
    "export_fault_mastery": N_(
        "{file}: {network} is marked as running well, but its kept weeks don’t add up to that."
        " Nothing was made."
    ),
    "export_fault_start": N_("{file}: the record does not say how {network} was started. Nothing was made."),
    "export_fault_goals": N_("{file}: the goals of {network} are not those of its road. Nothing was made."),
    "export_fault_jobs": N_("{file}: the jobs of {network} are not those of its road. Nothing was made."),
    "export_part_record": N_("{file}: the record of decisions is not complete, so nothing was made."),
    "export_part_practice": N_(
        "{file}: a practice plan and a real one can’t become each other. Nothing was made."
    ),
    "export_part_states": N_("{file}: the state of a network is not what the record says. Nothing was made."),
    "export_part_steps": N_("{file}: a job of a road is done before its part was open. Nothing was made."),
    "export_part_goals": N_("{file}: a goal is not what the record says. Nothing was made."),
    "export_part_weeks": N_("{file}: a paused or closed week is not in the record. Nothing was made."),
    "export_part_numbers": N_("{file}: the numbers of a week don’t fit together. Nothing was made."),
    "export_part_jobs": N_("{file}: a job is ticked on a day that has not come. Nothing was made."),
}
"""What each code says."""
