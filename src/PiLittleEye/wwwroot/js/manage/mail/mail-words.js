// How it goes with the mailbox, in words, and whether its owner must do something about it.

const STATES = {
	off: ["Not read", "", "Nobody reads it while photo replies are off."],
	connecting: ["Connecting", "warn", "The camera is on its way to the mail server."],
	waiting: ["Connected", "good", "The mail server tells of new mail at once."],
	polling: ["Connected", "good", "The mail server is asked now and then."],
};

/** @returns word and kind of a tag, and a sentence. */
export function mailboxWords({ mailbox, pollingSeconds }) {
	const { state, nextTryAt } = mailbox;
	if (state === "failed") {
		return nextTryAt
			? { word: "Not connected", kind: "warn", sentence: "The camera tries again by itself." }
			: { word: "Needs you", kind: "bad", sentence: "Nothing is tried before the account is mended." };
	}

	const [word, kind, sentence] = STATES[state] ?? [state, "", ""];
	return { word, kind, sentence: state === "polling" ? `The mail server is asked every ${pollingSeconds} seconds.` : sentence };
}

const ATTENTIONS = {
	"secret-missing": ["The camera cannot log in to its mailbox", "Log in"],
	"mailbox-refused": ["The mail server refuses this camera", "Mend it"],
	"sending-stopped": ["No mails can be sent", "Mend it"],
	"mail-given-up": ["A mail could not be sent", "See why"],
};

/** What only the owner can mend, as the service found it: null when nothing is. */
export function attentionWords({ attention }) {
	const [title, action] = ATTENTIONS[attention?.code] ?? ["Photos by mail need you", "See why"];
	return attention ? { title, action, text: attention.message } : null;
}

/** "one mail waits", "3 mails wait". */
export const waitingWords = ({ waiting }) => (waiting === 0 ? "nothing waits" : waiting === 1 ? "1 mail waits" : `${waiting} mails wait`);

export const ENCRYPTIONS = [
	["tls", "TLS from the start"],
	["starttls", "STARTTLS"],
];

export const serverWords = (server) => server && `${server.host}:${server.port}, ${server.encryption === "tls" ? "TLS" : "STARTTLS"}`;

/** Senders must be confirmed, and nobody has said whose confirmation counts: no request is answered. */
export const isNobodyBelieved = ({ mail, replies, providers }) =>
	Boolean(replies?.needsAuthentication && !replies.authservId && !providers.find(({ id }) => id === mail.provider)?.authservId);

/** Verdicts about mails: word, tag's kind and icon. */
export const VERDICTS = { answered: ["Answered", "good", "check"], refused: ["Refused", "warn", "block"], ignored: ["Ignored", "", "mail"] };

/** The service names its settings as programs do; at the field itself that name says nothing. */
export function inPlainWords(failure) {
	for (const [name, messages] of Object.entries(failure.fields ?? {})) {
		failure.fields[name] = messages.map((message) => (message.startsWith(`${name} `) ? `It ${message.slice(name.length + 1)}` : message));
	}

	return failure;
}
