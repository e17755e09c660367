-- How often somebody was unlocked: wrong passwords are counted for the name and this number, so that each unlocking starts anew,
-- also in a running service that did not do it itself.
ALTER TABLE account ADD COLUMN unlocks INTEGER NOT NULL DEFAULT 0;
