-- Figures from the platforms' own files. Released: never to change. A blank line parts statements.

CREATE TABLE file_figures (
  network TEXT NOT NULL,
  kind TEXT NOT NULL,
  item TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  figures TEXT NOT NULL,
  read_on TEXT NOT NULL,
  PRIMARY KEY (network, kind, item, first, last),
  CHECK (typeof("network")='text' AND length("network")>=1),
  CHECK (typeof("kind")='text' AND length("kind")>=1),
  CHECK (typeof("item")='text'),
  CHECK (typeof("first")='text' AND "first" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("first") IS "first"),
  CHECK (typeof("last")='text' AND "last" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("last") IS "last"),
  CHECK (typeof("figures")='text' AND length("figures")>=1),
  CHECK (typeof("read_on")='text' AND "read_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("read_on") IS "read_on")
)
 WITHOUT ROWID;
