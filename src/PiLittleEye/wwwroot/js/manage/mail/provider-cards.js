// With whom the camera's mailbox is: one card for each provider.

import { make } from "../../dom.js";
import { icon } from "../build.js";
import { detailHead } from "../list-and-detail.js";
import { routeTo } from "../route.js";

// What its customers want to know before they choose.
const HINTS = { password: "with an app password", oauth2: "sign in with a code" };

export const providerCards = ({ providers, mail: { isSetUp, provider: current } }) => [
	detailHead("Who runs the mailbox?", "Best is a new address for the camera alone: what arrives there is marked as read."),
	make(
		"ul",
		{ className: "providers" },
		...providers.map(({ id, name, authentications, incoming }) => {
			const small = incoming ? HINTS[authentications[0]] : "any with IMAP and SMTP";
			const face = make("span", { className: "face", ariaHidden: "true" }, id === "own" ? icon("cog") : name[0]);
			const link = make("a", { className: "provider", href: routeTo("mail", `setup-${id}`) }, face, make("span", { className: "caption" }, make("b", { textContent: name }), make("small", { textContent: small })));
			link.ariaCurrent = isSetUp && id === current ? "true" : null;
			return make("li", {}, link);
		}),
	),
];
