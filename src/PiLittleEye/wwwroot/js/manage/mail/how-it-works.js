// How one gets a photo, in three steps that everybody understands.

import { make } from "../../dom.js";

const STEPS = [
	["Give the camera a mailbox", "One of its own is best: a new address with any provider."],
	["Approve who may ask", "They scan a picture with an authenticator app on their phone."],
	["Mail the six digits", "A reply comes with a photo that was taken after you asked."],
];

export const howItWorks = () =>
	make("ol", { className: "how-steps" }, ...STEPS.map(([title, text]) => make("li", {}, make("span", {}, make("b", { textContent: title }), make("small", { textContent: text })))));
