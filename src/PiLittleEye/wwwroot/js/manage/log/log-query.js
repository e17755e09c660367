// What is asked of the log, as the part of an address after the question mark.

import { FILTERS } from "./kinds.js";

/** @param wanted filter: id of one, null for all; words; before: the cursor of the page that follows; limit. */
export function queryOf({ filter, words, before, limit, format }) {
	const chosen = FILTERS.find(({ id }) => id === filter);
	const parts = {
		format,
		...chosen?.query,
		kind: chosen?.kinds?.join(","),
		q: words?.trim(),
		before,
		limit,
	};
	const query = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== undefined && value !== null && value !== ""));
	return query.size > 0 ? `?${query}` : "";
}
