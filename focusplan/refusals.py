"""The English sentences for everything that can be refused, by code. The names in braces are its values.

`focusplan.words` translates and fills them.
"""

from __future__ import annotations

from collections.abc import Mapping

from focusplan.exportrefusals import SENTENCES as export_sentences
from focusplan.language import N_

SENTENCES: Mapping[str, str] = {
    # the call itself
    "argument_missing": N_("{command} needs {argument} as well."),
    "argument_too_many": N_("{command} does not know what to do with {argument}."),
    "command_unknown": N_("There is no command {command}. focusplan --help lists them all."),
    "word_missing": N_("{command} needs one of these words after it: {choices}."),
    "json_before": N_("--json stands after the command."),
    "option_unknown": N_("The option {option} is not known here."),
    "option_place": N_("The option {option} stands before the command."),
    "option_missing": N_("{command} needs the option {option}."),
    "option_value": N_("The option {option} needs a value after it: {value}."),
    "option_no_value": N_("The option {option} takes no value."),
    "option_twice": N_("The option {option} is there twice."),
    "option_one_of": N_("{command} needs one of these: {choices}."),
    "option_only_one": N_("Only one of these can be used at a time: {choices}."),
    "not_week": N_("{argument}: {value} is no week. Weeks are written like 2026-W48."),
    "not_day": N_("{argument}: {value} is no day. Days are written like 2026-11-23."),
    "not_moment": N_("{argument}: {value} is no time. Times are written like 2026-11-23T14:30."),
    "not_whole": N_("{argument}: {value} is not a whole number that can be used here."),
    "not_amount": N_("{argument}: {value} is not an amount that can be used here."),
    "not_number": N_("{argument}: {value} is not the number of a job."),
    "not_network": N_("There is no network {value}. These are known: {choices}."),
    "not_choice": N_("{argument}: {value} is not one of these: {choices}."),
    "not_pair": N_("{value} is not of the form KEY=VALUE."),
    "not_utf8": N_("{argument} holds letters that can’t be read."),
    "key_twice": N_("{key} is there twice."),
    "number_range": N_("{argument}: {value} is not between {least} and {most}."),
    "number_unclear": N_("{argument}: {sentence}"),
    "number_wrong": N_("{text}"),
    "no_screen": N_(
        "There is no screen to show the window on. A week can be printed without one:"
        " focusplan checklist --pdf week.pdf"
    ),
    # files
    "file_unreadable": N_("{file} can’t be opened. Is it there, and may you read it?"),
    "file_too_large": N_("{file} is too large to be a profile."),
    "file_not_utf8": N_("{file}, line {line}: these letters are not in UTF-8. Save the file as UTF-8."),
    "file_nul": N_("{file}, line {line}: there is a character that is no text."),
    "file_other": N_("{file} is there already and is no PDF, so it stays as it is. Choose another name."),
    "file_exists": N_("{file} is there already, so it stays as it is. Choose another name."),
    "file_not_written": N_("{file} could not be written. The plan itself is as it was."),
    "playbook": N_("{place}: {text}"),
    "no_such_file": N_("There is no file {file}."),
    "copy_changed": N_("{file} was changed by another program, so it was not put back."),
    "copy_damaged": N_("{file} is no sound copy of a plan, so nothing was changed."),
    "profile_syntax": N_("{file}, line {line}: this is not the form of a profile file."),
    **export_sentences,
    # the profile
    "profile_key_missing": N_("{key} is missing."),
    "profile_key_unknown": N_("{key} is no key of a profile."),
    "profile_empty": N_("{key} is empty."),
    "profile_not_text": N_("{key} has to be a text in quotation marks."),
    "profile_not_utf8": N_("{key} holds letters that can’t be kept."),
    "profile_nul": N_("{key} holds a character that is no text."),
    "profile_too_long": N_("{key} is longer than {most} characters."),
    "profile_not_in_list": N_("{key}: {value} is not one of these: {choices}."),
    "profile_not_whole": N_("{key}: {value} is not a whole number."),
    "profile_out_of_range": N_("{key}: {value} is not between {least} and {most}."),
    "profile_money_form": N_("{key}: {value} is no amount. Amounts are written like 30.00."),
    "profile_country_form": N_("{key}: {value} is no country. Countries are written like GB."),
    "profile_currency_form": N_("{key}: {value} is no currency. Currencies are written like GBP."),
    "profile_not_table": N_("{key} has to be a section of its own."),
    "profile_not_tables": N_("{key} has to be written as sections, each beginning with [[{key}]]."),
    "profile_not_list": N_("{key} has to be a list."),
    "profile_twice": N_("{key}: {value} is there twice."),
    "profile_hours_none": N_("{key}: at least one day needs some time, so that jobs can stand somewhere."),
    "profile_hours_form": N_("{key}: {value} is no time span. Times are written like 09:00-12:00."),
    "profile_hours_order": N_(
        "{key}: {value} ends before it begins. Hours that cross midnight are written as two days."
    ),
    "profile_hours_overlap": N_("{key}: two of these time spans cover the same time."),
    # the platforms' own export files
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
    "import_figure": N_("{file}, line {line}: {value} is not a figure that can be used here."),
    "import_numbers_mixed": N_(
        "{file}, line {line}: {value} is written in another way than the figures above it."
    ),
    "import_answer": N_("{id}: {value} is not one of these: {choices}."),
    "import_answer_unknown": N_("{id} was not asked."),
    "import_questions": N_("Something in this can be read in two ways, so nothing was taken. {questions}"),
    # the plan and its file
    "no_plan": N_("There is no plan in this folder yet."),
    "plan_exists": N_("There is a plan in this folder already; it stays as it is."),
    "today_real": N_("The date can only be set in a practice plan."),
    "restore_practice": N_("A practice plan and a real one can’t take each other’s place."),
    "restore_illegal": N_("This copy holds a plan that the rules don’t allow, so it was not put back."),
    "clock_right": N_("Today’s date is right already; there is nothing to confirm."),
    "in_use": N_("Another FocusPlan is at work on this plan. Nothing was changed."),
    "newer_plan": N_("This plan was made by a newer FocusPlan. It was not touched."),
    "plan_gone": N_("There was a plan in this folder, and its file is gone."),
    "plan_empty": N_("The plan’s file is empty. It was kept as it is."),
    "plan_cut": N_("A part of the plan’s file is missing. It was kept as it is."),
    "plan_damaged": N_("The plan’s file is damaged. It was kept as it is."),
    "not_a_plan": N_("The file plan.db in this folder is not a plan. It was kept as it is."),
    "plan_moved": N_(
        "The plan’s file was moved or replaced while it was open. The last change was not saved."
    ),
    "disk_full": N_("The disk is full. The last change was not saved."),
    "read_only": N_("This folder can’t be written to. The last change was not saved."),
    "cannot_open": N_("The data folder can’t be opened. Nothing was saved."),
    "disk_error": N_("The disk did not do what it should. The last change was not saved."),
    "schema_rule": N_("The rules of the plan don’t allow that. Nothing was changed."),
    "value_not_storable": N_("There is a character in this that can’t be kept."),
    "clock_behind": N_(
        "The plan has already stood at a later day; nothing can be changed until it is clear what day it is."
    ),
    # networks
    "limit_characters": N_("{value} is no number of characters. Write a whole number such as 150."),
    "limit_pixels": N_("{value} is no size of a picture. Write width and height such as 1080 x 1350."),
    "no_such_limit": N_("{network} has no such limit."),
    "gate_closed": N_("{network} can’t be started yet."),
    "gate_active": N_("{network} is the one being learnt now; the gate is asked for another one."),
    "gate_mastered": N_("{network} is running well already; the gate is asked for another one."),
    "gate_beside": N_("{network} is already run beside the networks."),
    "no_network": N_(
        "No network is being learnt or looked after yet, so there is nothing to count this for."
    ),
    "no_such_network": N_("There is no network {network}."),
    "not_written": N_(
        "The road for {network} is not written yet. It can be kept as it is or put on the list."
    ),
    "not_active": N_("{network} is not the one being learnt now."),
    "not_later": N_("{network} is not on the later list."),
    "move_not_allowed": N_("{network} is: {state}. From there it can’t become: {wanted}."),
    "take_back_late": N_("A start can be taken back within seven days, and those are over for {network}."),
    "take_back_typed": N_("Numbers are filled in for {network} already, so its start stays."),
    "take_back_most": N_("A start can be taken back twice in thirteen weeks, and that has been done."),
    "park_minutes": N_("That has to be between {least} and {most} minutes a week."),
    "retire_reason": N_("Say in one sentence why {network} is closed."),
    "retire_learnt": N_("Say in one sentence what was learnt with {network}."),
    "no_such_stage": N_("There is no such part of the road."),
    "stage_not_open": N_(
        "The part {stage} is not open yet. It opens when the jobs of the part before are done."
    ),
    "no_such_step": N_("No network of the plan has a job {step}."),
    "step_settled": N_("{network} runs well, and its jobs stay done."),
    "sentence_needed": N_("Say in one sentence why this can’t be done here."),
    "instead_optional": N_("This job can simply be left out; it needs no reason."),
    "instead_most": N_("At most {most} jobs of a road can be closed in this way."),
    # goals and pauses
    "no_such_goal": N_("This network has no goal {goal}."),
    "goal_not_open": N_("This goal can be changed while {network} is being learnt or looked after."),
    "goal_bounds": N_("This goal can be set from {least} to {most}."),
    "goal_same": N_("The goal is {target} already."),
    "baseline_runs": N_("The four weeks of just counting come first; {left} of them are still to come."),
    "easing_too_soon": N_("A goal can be made easier once in four weeks; the next time is {day}."),
    "reason_needed": N_("Say in one sentence why the goal is made easier."),
    "nothing_to_withdraw": N_("There is no change waiting that could be withdrawn."),
    "pause_order": N_("The last week of a pause can’t come before its first."),
    "pause_too_long": N_("A pause can be {most} weeks long at most."),
    "pause_before_plan": N_("The plan began after {week}."),
    "pause_too_late": N_("{week} ended more than {days} days ago, so it can’t be paused any more."),
    "pause_most": N_(
        "Weeks that have begun can be paused {most} times in any {weeks} weeks;"
        " weeks to come can always be paused."
    ),
    "pause_same": N_("These weeks are paused already."),
    "nothing_paused": N_("No week to come is paused."),
    # weeks, jobs, numbers
    "week_closed": N_("{week} is closed; what stands in it stays."),
    "week_future": N_("{week} has not begun yet."),
    "week_over": N_("{week} is over, so nothing can be moved in it."),
    "week_paused": N_("{week} is paused."),
    "week_running": N_("{week} can be closed from {day} on."),
    "week_reviewed": N_("{week} is closed already."),
    "week_before_plan": N_("The plan began after {week}."),
    "week_too_far": N_("A week can be looked at up to {most} weeks ahead."),
    "weeks_order": N_("From {first} to {last} is no span of weeks that can be shown."),
    "nothing_to_close": N_("There is no week to close yet; this one can be closed from {day} on."),
    "decide_unknown": N_("The decision is one of these: {choices}."),
    "no_such_job": N_("There is no job {number} in {week}. Nothing was changed."),
    "person_long": N_("A name has {most} letters at most."),
    "people_most": N_("The list holds {most} names."),
    "no_such_person": N_("No job of that week is with {person}."),
    "no_such_idea": N_("That idea is not on the list any more."),
    "not_a_post": N_("Job {number} is no post."),
    "not_mastered": N_("{network} does not run well yet, so nothing is counted there."),
    "also_used_already": N_("It is noted already that this was used on {network}."),
    "session_runs": N_("The clock runs for job {number} already. End that first."),
    "session_none": N_("No clock is running."),
    "nothing_to_undo": N_("There is nothing to undo."),
    "nothing_to_redo": N_("There is nothing to do again."),
    "undo_closed": N_("{deed}: that week is closed by now, so it stays as it is."),
    "undo_changed": N_("{deed}: this has been changed since, so it stays as it is."),
    "job_done": N_("Job {number} is done already."),
    "job_not_done": N_("Job {number} is not done yet."),
    "job_needed": N_("Job {number} is needed for the road; it can be put off, but not left out."),
    "job_too_short": N_("Job {number} is too short to be split; that takes at least {least} minutes."),
    "minutes_range": N_("That has to be between {least} and {most} minutes."),
    "minutes_shorter": N_("That has to be between {least} and {most} minutes, fewer than now."),
    "title_empty": N_("There is nothing written yet."),
    "title_long": N_("That is longer than {most} characters."),
    "note_long": N_("The note is longer than {most} characters."),
    "day_other_week": N_("{day} is not in {week}."),
    "day_past": N_("{day} is over."),
    "day_future": N_("{day} has not come yet."),
    "day_protected": N_("{day} is yours; no job stands there."),
    "day_held": N_("Posts are held until the difficult time is over, and {day} is within it."),
    "day_full": N_("There is no room for {minutes} minutes on {day}; {left} are free."),
    "budget_full": N_("There is no room for {minutes} minutes in this week; {left} are free."),
    "time_future": N_("That time has not come yet."),
    "figure_unknown": N_("{figure} is not a number that is kept."),
    "figure_range": N_("{figure}: {value} is too large."),
    "answered_more": N_("{answered} answered in time would be more than the {received} received."),
    "trial_week": N_("A trial begins in one of the weeks from {first} to {last}."),
    "trial_runs": N_("Something is being tried on {network} already; one thing at a time."),
    "comparison_same": N_("Two versions that do equally well can’t be told apart."),
    "more_than_seen": N_("More acted on it than saw it; please look at the figures again."),
    "line_empty": N_("There is nothing in this line that could be kept."),
    "line_week": N_("There is no week {piece}."),
    "line_stumble": N_("{piece} (at letter {place}) can’t be read. Nothing was changed."),
    "line_twice": N_("{piece} (at letter {place}) says something a second time. Nothing was changed."),
    "line_minutes": N_("{piece} (at letter {place}) is more than {most} minutes. Nothing was changed."),
    "line_range": N_("{piece} (at letter {place}) counts backwards. Nothing was changed."),
}
"""What each code says."""

WAYS: Mapping[str, str] = {
    "do_steps": N_("Do the next job"),
    "record": N_("Fill in the numbers"),
    "adjust": N_("Change a goal"),
    "pause": N_("Pause some weeks"),
    "again": N_("Take a part again"),
    "hand_over": N_("Hand work over"),
    "retire": N_("Close the network"),
    "take_back": N_("Take back the start"),
    "later": N_("Put it on your later list"),
    "wait": N_("Wait"),
    "review": N_("Close the week"),
    "budget": N_("Give the plan more time"),
    "park_less": N_("Spend less on what is kept as it is"),
    "wind_down": N_("Do the last jobs"),
    "clock": N_("Say whether today is right"),
    "repair": N_("Put the plan right"),
}
"""Ways of a closed gate by id, as `focusplan.services.gateviews` names them."""

WAYS_BY_CODE: Mapping[str, tuple[str, ...]] = {
    "no_screen": (N_("Print the week: focusplan checklist --pdf week.pdf"),),
    "plan_exists": (N_("Use another folder: focusplan --data DIR"),),
    "clock_behind": (N_("If today is right, say so: focusplan clock --confirm"),),
    "disk_full": (N_("Make room on the disk, then do it again."),),
    "not_written": (N_("Put it on your later list"),),
    "import_questions": (
        N_("See the questions: focusplan import FILE --dry-run"),
        N_("Answer them: focusplan import FILE --answer ID=VALUE"),
    ),
    "day_full": (N_("Choose another day, or shorten the job."),),
    "day_protected": (N_("Choose another day."),),
    "take_back_late": (N_("Close the network"), N_("Pause some weeks")),
    "goal_not_open": (N_("Start the network first."),),
}
"""What can be done about one code; the kind of the error says it for all others."""
