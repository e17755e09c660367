// Until when something is good: chosen as people say it, sent as a moment.

import { choiceField } from "../fields.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SPANS = [
	[String(4 * HOUR), "4 hours"],
	[String(DAY), "1 day"],
	[String(3 * DAY), "3 days"],
	[String(7 * DAY), "1 week"],
	[String(30 * DAY), "30 days"],
];

/** @param never words for "without end"; none where there must be one. */
export const expiryField = (label, { never, chosen = String(7 * DAY), name = "expiresAt" } = {}) =>
	choiceField(label, { name, value: chosen, options: [...(never ? [["", never]] : []), ...SPANS, ...(never ? [[String(365 * DAY), "1 year"]] : [])] });

/** @returns null for without end. */
export const expiryFrom = (span, now = Date.now()) => (span ? new Date(now + Number(span)).toISOString() : null);
