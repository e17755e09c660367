// The kinds of entries: how they look, and in which of the filters they are.

/** Filters in the order of the chips; the service is asked for exact kinds. */
export const FILTERS = [
	{ id: "alerts", words: "Alerts", query: { alerts: "true" } },
	{
		id: "signing-in",
		words: "Signing in",
		kinds: ["claimed", "signed-in", "signed-out", "sign-in-refused", "password-changed", "second-factor-on", "second-factor-off"],
	},
	{
		id: "people",
		words: "People",
		kinds: ["account-added", "account-changed", "account-deleted", "account-password-set", "account-signed-out", "second-factor-required", "factory-reset"],
	},
	{ id: "keys", words: "Keys and links", kinds: ["key-made", "key-revoked", "key-refused", "ticket-made", "ticket-revoked"] },
	{ id: "cameras", words: "Watching", kinds: ["stream-opened", "stream-ended", "viewer-sent-away", "photo-taken", "settings-changed"] },
	{ id: "strangers", words: "Strangers", kinds: ["robot-seen", "scanner-seen", "unknown-path", "not-signed-in", "addresses-refused", "proxy-not-named"] },
];

// The first that fits. By how they begin, so that a kind that comes later has a face as well.
const FACES = [
	[/^(signed-out|session)/, "leave"],
	[/^(sign|claim|proof|code|second-factor|password|own-)/, "account"],
	[/^account/, "people"],
	[/^key/, "key"],
	[/^ticket/, "link"],
	[/^(list|access|address|home|trial|proxy)/, "globe"],
	[/^(certificate|authority)/, "seal"],
	[/^(viewer|stream|watch)/, "eye"],
	[/^(camera|setting|photo)/, "camera"],
	[/^log/, "log"],
	[/^(scanner|robot|unknown|not-signed-in)/, "block"],
];

export const iconOf = ({ kind, isAlert }) => FACES.find(([begins]) => begins.test(kind))?.[1] ?? (isAlert ? "alert" : "clock");

/** "account-added" as a person reads it. */
export const kindInWords = (kind) => kind[0].toUpperCase() + kind.slice(1).replaceAll("-", " ");
