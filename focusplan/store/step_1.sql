-- The tables of the first schema. Released: never to change. A blank line parts statements.

CREATE TABLE "plan" (
  id INTEGER NOT NULL,
  uuid TEXT NOT NULL,
  practice INTEGER NOT NULL,
  made_on TEXT NOT NULL,
  first_day TEXT NOT NULL,
  PRIMARY KEY (id),
  CHECK (typeof("id")='integer' AND "id" BETWEEN 1 AND 1),
  CHECK (typeof("uuid")='text' AND length("uuid")>=1),
  CHECK (typeof("practice")='integer' AND "practice" IN (0,1)),
  CHECK (typeof("made_on")='text' AND "made_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("made_on") IS "made_on"),
  CHECK (typeof("first_day")='text' AND "first_day" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("first_day") IS "first_day")
);

CREATE TABLE clock (
  id INTEGER NOT NULL,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  action TEXT NOT NULL,
  PRIMARY KEY (id),
  CHECK (typeof("id")='integer' AND "id" BETWEEN 1 AND 1),
  CHECK (typeof("at")='text' AND "at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*+00:00' AND julianday("at") IS NOT NULL),
  CHECK (typeof("day")='text' AND "day" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("day") IS "day"),
  CHECK (typeof("action")='text')
);

CREATE TABLE confirmation (
  id INTEGER NOT NULL,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  mark_day TEXT NOT NULL,
  PRIMARY KEY (id),
  CHECK (typeof("id")='integer' AND "id" BETWEEN 1 AND 2147483648),
  CHECK (typeof("at")='text' AND "at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*+00:00' AND julianday("at") IS NOT NULL),
  CHECK (typeof("day")='text' AND "day" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("day") IS "day"),
  CHECK (typeof("mark_day")='text' AND "mark_day" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("mark_day") IS "mark_day")
);

CREATE TABLE business (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  customers TEXT NOT NULL,
  audience TEXT NOT NULL,
  aim TEXT NOT NULL,
  language TEXT NOT NULL,
  country TEXT NOT NULL,
  currency TEXT NOT NULL,
  speaker TEXT NOT NULL,
  result_word TEXT NOT NULL,
  hour_value TEXT,
  outsourcing_quote TEXT,
  PRIMARY KEY (id),
  CHECK (typeof("id")='integer' AND "id" BETWEEN 1 AND 1),
  CHECK (typeof("name")='text'),
  CHECK (typeof("kind")='text' AND length("kind")>=1),
  CHECK (typeof("customers")='text' AND length("customers")>=1),
  CHECK (typeof("audience")='text' AND length("audience")>=1),
  CHECK (typeof("aim")='text' AND length("aim")>=1),
  CHECK (typeof("language")='text' AND length("language")>=1),
  CHECK (typeof("country")='text'),
  CHECK (typeof("currency")='text'),
  CHECK (typeof("speaker")='text' AND length("speaker")>=1),
  CHECK (typeof("result_word")='text'),
  CHECK ("hour_value" IS NULL OR typeof("hour_value")='text' AND "hour_value" GLOB '[0-9]*' AND NOT "hour_value" GLOB '*[^0-9.]*'),
  CHECK ("outsourcing_quote" IS NULL OR typeof("outsourcing_quote")='text' AND "outsourcing_quote" GLOB '[0-9]*' AND NOT "outsourcing_quote" GLOB '*[^0-9.]*')
);

CREATE TABLE boundaries (
  id INTEGER NOT NULL,
  budget INTEGER NOT NULL,
  longest_sitting INTEGER NOT NULL,
  spread TEXT NOT NULL,
  hours TEXT NOT NULL,
  PRIMARY KEY (id),
  CHECK (typeof("id")='integer' AND "id" BETWEEN 1 AND 1),
  CHECK (typeof("budget")='integer' AND "budget" BETWEEN 0 AND 10080),
  CHECK (typeof("longest_sitting")='integer' AND "longest_sitting" BETWEEN 1 AND 1440),
  CHECK (typeof("spread")='text' AND length("spread")>=1),
  CHECK (typeof("hours")='text' AND "hours" GLOB '{*}')
);

CREATE TABLE note (
  "key" TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY ("key"),
  CHECK (typeof("key")='text' AND length("key")>=1),
  CHECK (typeof("text")='text')
  )
WITHOUT ROWID;

CREATE TABLE idea (
  id INTEGER NOT NULL,
  text TEXT NOT NULL,
  used_on TEXT,
  PRIMARY KEY (id),
  CHECK (typeof("id")='integer' AND "id" BETWEEN 1 AND 2147483648),
  CHECK (typeof("text")='text'),
  CHECK ("used_on" IS NULL OR typeof("used_on")='text' AND "used_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("used_on") IS "used_on")
);

CREATE TABLE adoption (
  id INTEGER NOT NULL,
  network TEXT NOT NULL,
  state TEXT NOT NULL,
  "before" TEXT NOT NULL,
  started_on TEXT,
  version INTEGER,
  mastered_week INTEGER,
  mastered_on TEXT,
  retired_on TEXT,
  retired_from TEXT,
  taken_back_on TEXT,
  parked_minutes INTEGER NOT NULL,
  note TEXT NOT NULL,
  reason TEXT NOT NULL,
  learnt TEXT NOT NULL,
  again_stage TEXT,
  PRIMARY KEY (id),
  CHECK (typeof("id")='integer' AND "id" BETWEEN 1 AND 2147483648),
  CHECK (typeof("network")='text' AND length("network")>=1),
  CHECK (typeof("state")='text' AND "state" IN ('none','later','parked','active','mastered','retired','beside')),
  CHECK (typeof("before")='text' AND "before" IN ('none','later','parked','active','mastered','retired','beside')),
  CHECK ("started_on" IS NULL OR typeof("started_on")='text' AND "started_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("started_on") IS "started_on"),
  CHECK ("version" IS NULL OR typeof("version")='integer' AND "version" BETWEEN 0 AND 2147483648),
  CHECK ("mastered_week" IS NULL OR typeof("mastered_week")='integer' AND "mastered_week" BETWEEN 0 AND 20000),
  CHECK ("mastered_on" IS NULL OR typeof("mastered_on")='text' AND "mastered_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("mastered_on") IS "mastered_on"),
  CHECK ("retired_on" IS NULL OR typeof("retired_on")='text' AND "retired_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("retired_on") IS "retired_on"),
  CHECK ("retired_from" IS NULL OR typeof("retired_from")='text' AND "retired_from" IN ('none','later','parked','active','mastered','retired','beside')),
  CHECK ("taken_back_on" IS NULL OR typeof("taken_back_on")='text' AND "taken_back_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("taken_back_on") IS "taken_back_on"),
  CHECK (typeof("parked_minutes")='integer' AND "parked_minutes" BETWEEN 0 AND 10080),
  CHECK (typeof("note")='text'),
  CHECK (typeof("reason")='text'),
  CHECK (typeof("learnt")='text'),
  CHECK ("again_stage" IS NULL OR typeof("again_stage")='text' AND length("again_stage")>=1)
);

CREATE UNIQUE INDEX one_active ON adoption ((1)) WHERE state='active';

CREATE UNIQUE INDEX one_run ON adoption (network) WHERE state<>'retired';

CREATE TABLE step (
  adoption INTEGER NOT NULL,
  step TEXT NOT NULL,
  stage TEXT NOT NULL,
  position INTEGER NOT NULL,
  required INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  done_on TEXT,
  made_on TEXT,
  "instead" TEXT NOT NULL,
  void INTEGER NOT NULL,
  PRIMARY KEY (adoption, step),
  FOREIGN KEY(adoption) REFERENCES adoption (id),
  CHECK (typeof("adoption")='integer' AND "adoption" BETWEEN 1 AND 2147483648),
  CHECK (typeof("step")='text' AND length("step")>=1),
  CHECK (typeof("stage")='text' AND length("stage")>=1),
  CHECK (typeof("position")='integer' AND "position" BETWEEN 0 AND 2147483648),
  CHECK (typeof("required")='integer' AND "required" IN (0,1)),
  CHECK (typeof("minutes")='integer' AND "minutes" BETWEEN 0 AND 10080),
  CHECK ("done_on" IS NULL OR typeof("done_on")='text' AND "done_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("done_on") IS "done_on"),
  CHECK ("made_on" IS NULL OR typeof("made_on")='text' AND "made_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("made_on") IS "made_on"),
  CHECK (typeof("instead")='text'),
  CHECK (typeof("void")='integer' AND "void" IN (0,1))
  )
WITHOUT ROWID;

CREATE TABLE opening (
  adoption INTEGER NOT NULL,
  stage TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (adoption, stage),
  FOREIGN KEY(adoption) REFERENCES adoption (id),
  CHECK (typeof("adoption")='integer' AND "adoption" BETWEEN 1 AND 2147483648),
  CHECK (typeof("stage")='text' AND length("stage")>=1),
  CHECK (typeof("day")='text' AND "day" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("day") IS "day")
  )
WITHOUT ROWID;

CREATE TABLE pinned (
  network TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (network, version),
  CHECK (typeof("network")='text' AND length("network")>=1),
  CHECK (typeof("version")='integer' AND "version" BETWEEN 0 AND 2147483648),
  CHECK (typeof("body")='text' AND length("body")>=1)
  )
WITHOUT ROWID;

CREATE TABLE goal (
  id INTEGER NOT NULL,
  adoption INTEGER NOT NULL,
  goal TEXT NOT NULL,
  kind TEXT NOT NULL,
  k INTEGER,
  n INTEGER NOT NULL,
  least INTEGER NOT NULL,
  most INTEGER NOT NULL,
  from_week INTEGER,
  PRIMARY KEY (id),
  FOREIGN KEY(adoption) REFERENCES adoption (id),
  CHECK (typeof("id")='integer' AND "id" BETWEEN 1 AND 2147483648),
  CHECK (typeof("adoption")='integer' AND "adoption" BETWEEN 1 AND 2147483648),
  CHECK (typeof("goal")='text' AND "goal" IN ('posts','answers','enquiries','upkeep')),
  CHECK (typeof("kind")='text' AND "kind" IN ('habit','response','outcome','upkeep')),
  CHECK ("k" IS NULL OR typeof("k")='integer' AND "k" BETWEEN 1 AND 52),
  CHECK (typeof("n")='integer' AND "n" BETWEEN 1 AND 52),
  CHECK (typeof("least")='integer' AND "least" BETWEEN 0 AND 1000000000),
  CHECK (typeof("most")='integer' AND "most" BETWEEN 0 AND 1000000000),
  CHECK ("from_week" IS NULL OR typeof("from_week")='integer' AND "from_week" BETWEEN 0 AND 20000)
);

CREATE TABLE target (
  id INTEGER NOT NULL,
  goal INTEGER NOT NULL,
  from_week INTEGER NOT NULL,
  value INTEGER NOT NULL,
  made_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(goal) REFERENCES goal (id),
  CHECK (typeof("id")='integer' AND "id" BETWEEN 1 AND 2147483648),
  CHECK (typeof("goal")='integer' AND "goal" BETWEEN 1 AND 2147483648),
  CHECK (typeof("from_week")='integer' AND "from_week" BETWEEN 0 AND 20000),
  CHECK (typeof("value")='integer' AND "value" BETWEEN 0 AND 1000000000),
  CHECK (typeof("made_on")='text' AND "made_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("made_on") IS "made_on"),
  CHECK (typeof("reason")='text')
);

CREATE TABLE pause (
  week INTEGER NOT NULL,
  planned INTEGER NOT NULL,
  made_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (week),
  CHECK (typeof("week")='integer' AND "week" BETWEEN 0 AND 20000),
  CHECK (typeof("planned")='integer' AND "planned" IN (0,1)),
  CHECK (typeof("made_on")='text' AND "made_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("made_on") IS "made_on"),
  CHECK (typeof("reason")='text')
  )
WITHOUT ROWID;

CREATE TABLE holiday (
  day TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (day),
  CHECK (typeof("day")='text' AND "day" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("day") IS "day"),
  CHECK (typeof("name")='text')
  )
WITHOUT ROWID;

CREATE TABLE crisis (
  id INTEGER NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  made_on TEXT NOT NULL,
  PRIMARY KEY (id),
  CHECK (typeof("id")='integer' AND "id" BETWEEN 1 AND 2147483648),
  CHECK (typeof("first_day")='text' AND "first_day" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("first_day") IS "first_day"),
  CHECK (typeof("last_day")='text' AND "last_day" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("last_day") IS "last_day"),
  CHECK (typeof("made_on")='text' AND "made_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("made_on") IS "made_on")
);

CREATE TABLE evidence (
  network TEXT NOT NULL,
  week INTEGER NOT NULL,
  late INTEGER NOT NULL,
  posts INTEGER,
  received INTEGER,
  answered_in_time INTEGER,
  reach INTEGER,
  audience INTEGER,
  enquiries INTEGER,
  customers INTEGER,
  sales INTEGER,
  outside INTEGER NOT NULL,
  made_on TEXT,
  void INTEGER NOT NULL,
  PRIMARY KEY (network, week, late),
  CHECK (typeof("network")='text' AND length("network")>=1),
  CHECK (typeof("week")='integer' AND "week" BETWEEN 0 AND 20000),
  CHECK (typeof("late")='integer' AND "late" IN (0,1)),
  CHECK ("posts" IS NULL OR typeof("posts")='integer' AND "posts" BETWEEN 0 AND 1000000000),
  CHECK ("received" IS NULL OR typeof("received")='integer' AND "received" BETWEEN 0 AND 1000000000),
  CHECK ("answered_in_time" IS NULL OR typeof("answered_in_time")='integer' AND "answered_in_time" BETWEEN 0 AND 1000000000),
  CHECK ("reach" IS NULL OR typeof("reach")='integer' AND "reach" BETWEEN 0 AND 1000000000),
  CHECK ("audience" IS NULL OR typeof("audience")='integer' AND "audience" BETWEEN 0 AND 1000000000),
  CHECK ("enquiries" IS NULL OR typeof("enquiries")='integer' AND "enquiries" BETWEEN 0 AND 1000000000),
  CHECK ("customers" IS NULL OR typeof("customers")='integer' AND "customers" BETWEEN 0 AND 1000000000),
  CHECK ("sales" IS NULL OR typeof("sales")='integer' AND "sales" BETWEEN 0 AND 100000000000),
  CHECK (typeof("outside")='integer' AND "outside" IN (0,1)),
  CHECK ("made_on" IS NULL OR typeof("made_on")='text' AND "made_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("made_on") IS "made_on"),
  CHECK (typeof("void")='integer' AND "void" IN (0,1))
  )
WITHOUT ROWID;

CREATE TABLE item (
  id INTEGER NOT NULL,
  week INTEGER NOT NULL,
  number INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  kind TEXT NOT NULL,
  network TEXT,
  day TEXT,
  minutes INTEGER NOT NULL,
  part INTEGER NOT NULL,
  parts INTEGER NOT NULL,
  done INTEGER NOT NULL,
  done_on TEXT,
  done_at TEXT,
  taken INTEGER,
  by_hand INTEGER NOT NULL,
  person TEXT NOT NULL,
  carried INTEGER NOT NULL,
  title TEXT NOT NULL,
  note TEXT NOT NULL,
  dropped INTEGER NOT NULL,
  void INTEGER NOT NULL,
  PRIMARY KEY (id),
  CHECK (typeof("id")='integer' AND "id" BETWEEN 1 AND 2147483648),
  CHECK (typeof("week")='integer' AND "week" BETWEEN 0 AND 20000),
  CHECK (typeof("number")='integer' AND "number" BETWEEN 1 AND 2147483648),
  CHECK (typeof("key")='text' AND length("key")>=1),
  CHECK (typeof("kind")='text' AND "kind" IN ('close','answer','upkeep','post','step','parked','newsletter','own')),
  CHECK ("network" IS NULL OR typeof("network")='text' AND length("network")>=1),
  CHECK ("day" IS NULL OR typeof("day")='text' AND "day" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("day") IS "day"),
  CHECK (typeof("minutes")='integer' AND "minutes" BETWEEN 0 AND 10080),
  CHECK (typeof("part")='integer' AND "part" BETWEEN 1 AND 2147483648),
  CHECK (typeof("parts")='integer' AND "parts" BETWEEN 1 AND 2147483648),
  CHECK (typeof("done")='integer' AND "done" IN (0,1)),
  CHECK ("done_on" IS NULL OR typeof("done_on")='text' AND "done_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("done_on") IS "done_on"),
  CHECK ("done_at" IS NULL OR typeof("done_at")='text' AND "done_at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*+00:00' AND julianday("done_at") IS NOT NULL),
  CHECK ("taken" IS NULL OR typeof("taken")='integer' AND "taken" BETWEEN 0 AND 2147483648),
  CHECK (typeof("by_hand")='integer' AND "by_hand" IN (0,1)),
  CHECK (typeof("person")='text'),
  CHECK (typeof("carried")='integer' AND "carried" BETWEEN 0 AND 2147483648),
  CHECK (typeof("title")='text'),
  CHECK (typeof("note")='text'),
  CHECK (typeof("dropped")='integer' AND "dropped" IN (0,1)),
  CHECK (typeof("void")='integer' AND "void" IN (0,1))
);

CREATE UNIQUE INDEX item_key ON item (week, "key");

CREATE UNIQUE INDEX item_number ON item (week, number);

CREATE TABLE time_entry (
  id INTEGER NOT NULL,
  network TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  "offset" INTEGER NOT NULL,
  note TEXT NOT NULL,
  source TEXT NOT NULL,
  outside INTEGER NOT NULL,
  PRIMARY KEY (id),
  CHECK (typeof("id")='integer' AND "id" BETWEEN 1 AND 2147483648),
  CHECK (typeof("network")='text'),
  CHECK (typeof("minutes")='integer' AND "minutes" BETWEEN 0 AND 2147483648),
  CHECK (typeof("at")='text' AND "at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*+00:00' AND julianday("at") IS NOT NULL),
  CHECK (typeof("day")='text' AND "day" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("day") IS "day"),
  CHECK (typeof("offset")='integer' AND "offset" BETWEEN -1440 AND 1440),
  CHECK (typeof("note")='text'),
  CHECK (typeof("source")='text' AND length("source")>=1),
  CHECK (typeof("outside")='integer' AND "outside" IN (0,1))
);

CREATE TABLE review (
  week INTEGER NOT NULL,
  decide TEXT NOT NULL,
  text TEXT NOT NULL,
  made_on TEXT NOT NULL,
  void INTEGER NOT NULL,
  PRIMARY KEY (week),
  CHECK (typeof("week")='integer' AND "week" BETWEEN 0 AND 20000),
  CHECK (typeof("decide")='text' AND "decide" IN ('keep','change','stop')),
  CHECK (typeof("text")='text'),
  CHECK (typeof("made_on")='text' AND "made_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("made_on") IS "made_on"),
  CHECK (typeof("void")='integer' AND "void" IN (0,1))
  )
WITHOUT ROWID;

CREATE TABLE ledger (
  id INTEGER NOT NULL,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  data TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (id),
  CHECK (typeof("id")='integer' AND "id" BETWEEN 1 AND 2147483648),
  CHECK (typeof("at")='text' AND "at" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*+00:00' AND julianday("at") IS NOT NULL),
  CHECK (typeof("day")='text' AND "day" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("day") IS "day"),
  CHECK (typeof("kind")='text' AND length("kind")>=1),
  CHECK (typeof("data")='text' AND length("data")>=1),
  CHECK (typeof("prev")='text' AND length("prev")>=1),
  CHECK (typeof("hash")='text' AND length("hash")>=1)
);
