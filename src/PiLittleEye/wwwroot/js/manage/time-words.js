// Times as people say them. The exact one is a tap away.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
	[HOUR, MINUTE, "min"],
	[DAY, HOUR, "h"],
];

/** "just now", "5 min ago", "in 3 days"; a date when it is more than a week away. */
export function relative(moment, now = Date.now()) {
	const distance = Date.parse(moment) - now;
	const size = Math.abs(distance);
	const say = (amount) => (distance < 0 ? `${amount} ago` : `in ${amount}`);
	// Who has just chosen four hours must not read three; what is over is as old as it is.
	const whole = distance < 0 ? Math.floor : Math.round;
	if (size < MINUTE) {
		return distance < 0 ? "just now" : "in less than a minute";
	}

	for (const [limit, unit, word] of STEPS) {
		const amount = whole(size / unit);
		if (amount < limit / unit) {
			return say(`${amount} ${word}`);
		}
	}

	const days = whole(size / DAY);
	return days < 8 ? say(days === 1 ? "1 day" : `${days} days`) : new Date(moment).toLocaleDateString(undefined, { dateStyle: "medium" });
}

export const exact = (moment) => new Date(moment).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" });

/** For headings over what happened on one day. */
export function dayOf(moment, now = Date.now()) {
	const midnight = (time) => new Date(time).setHours(0, 0, 0, 0);
	const days = Math.round((midnight(now) - midnight(moment)) / DAY);
	return ["Today", "Yesterday"][days] ?? new Date(moment).toLocaleDateString(undefined, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

export const clock = (moment) => new Date(moment).toLocaleTimeString(undefined, { timeStyle: "short" });
