// How many alerts of the log this administrator has not seen, as a number on the button that leads there.

import { get } from "./api.js";
import { byId } from "./dom.js";

// A robot that knocks is told of soon enough.
const REFRESH_MS = 60_000;

let timer = 0;

export async function showAlerts() {
	stopAlerts();
	timer = setTimeout(showAlerts, REFRESH_MS);
	try {
		const { count } = await get("log/alerts");
		const button = byId("open-menu");
		count > 0 ? (button.dataset.alerts = Math.min(count, 99)) : delete button.dataset.alerts;
		// In words as well: of the number alone nobody knows of what it is.
		button.ariaLabel = button.title = `Account and more${count > 0 ? `, ${count} new ${count === 1 ? "alert" : "alerts"}` : ""}`;
		const mail = await get("mail");
		mail.attention && (await import("./manage/mail/mail-banner.js")).showMailBanner(mail);
	} catch {
		// The picture tells of lost networks and ended sessions.
	}
}

export const stopAlerts = () => clearTimeout(timer);
