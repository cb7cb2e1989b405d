-- What an office might have in its database: one table a kind, a join table of causes, and what people typed.
CREATE TABLE agencies (id TEXT, title TEXT, kind TEXT);
CREATE TABLE places (id TEXT, title TEXT, kind TEXT, within TEXT);
CREATE TABLE risk_factors (id TEXT, title TEXT, place TEXT, likelihood REAL);
CREATE TABLE threats (id TEXT, title TEXT, place TEXT);
CREATE TABLE incidents (id TEXT, title TEXT, date TEXT, place TEXT, means TEXT);
CREATE TABLE losses (id TEXT, title TEXT, date TEXT, harm TEXT, who TEXT, agency TEXT, count INTEGER);
CREATE TABLE causes (effect TEXT, cause TEXT, chance REAL);

INSERT INTO agencies VALUES ('river-aid', 'River Aid', 'ingo');
INSERT INTO places VALUES ('land', 'The land', 'country', NULL), ('valley', 'The valley', 'area', 'land'),
  ('bridge', 'The bridge', 'road', 'valley');
INSERT INTO risk_factors VALUES ('arms', 'Small arms on the market', 'valley', 0.6),
  ('debt', 'Militia not paid', 'valley', NULL), ('dark', 'Trucks leave after dark', 'bridge', 40.0);
INSERT INTO threats VALUES ('ambush-threat', 'Ambush on the valley road', 'valley');
INSERT INTO incidents VALUES ('ambush', 'Convoy ambushed', '2026-03-14', 'bridge', 'shooting'),
  ('shots', 'Shots at the gate', '14.04.2026', 'valley', 'shooting');
INSERT INTO losses VALUES ('driver', 'Driver injured', '2026-03-14', 'injury', 'national_staff', 'river-aid', 1),
  ('truck', 'Truck burnt', '2026-03', 'damage', NULL, 'river-aid', NULL),
  ('gate', 'Gate damaged', '2026-04-14', 'damage', NULL, 'river-aid', NULL);
INSERT INTO causes VALUES ('ambush-threat', 'arms', NULL), ('ambush-threat', 'debt', 0.8), ('ambush-threat', 'dark', NULL),
  ('ambush', 'ambush-threat', 0.3), ('driver', 'ambush', 0.5), ('truck', 'ambsh', NULL), ('gate', 'shots', NULL),
  ('gate', 'shots', 0.5);
