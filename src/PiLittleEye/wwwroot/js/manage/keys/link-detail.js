// A shared link: which camera, until when, who used it, and the way to take it back.

import { toast } from "../../toasts.js";
import { actions, button, card, facts, hint } from "../build.js";
import { detailHead } from "../list-and-detail.js";
import { go } from "../route.js";
import { remove } from "../service.js";
import { when, whenText } from "../when.js";
import { endTag, isOver } from "./key-detail.js";

const cameraOf = ({ camera }, cameras) => cameras.find(({ id }) => id === camera)?.name ?? camera;
// One that nobody named bears the camera's id.
const titleOf = (link, cameras) => (link.name && link.name !== link.camera ? link.name : `Link to ${cameraOf(link, cameras)}`);

export const linkRow = (link, cameras) => ({
	title: titleOf(link, cameras),
	subtitle: [`${cameraOf(link, cameras)} · `, ...(link.usedAt ? ["used ", whenText(link.usedAt)] : ["never used"])],
	mark: link.kiosk ? "desktop" : "link",
	tags: [endTag(link)].filter(Boolean),
	isDim: isOver(link),
});

export const linkDetail = (link, cameras, again) => [
	detailHead(titleOf(link, cameras), `Shows ${cameraOf(link, cameras)}`, endTag(link)),
	card(
		"",
		facts({
			"Made by": link.createdBy,
			Made: when(link.createdAt),
			Ends: when(link.expiresAt),
			"Last used": when(link.usedAt),
			From: link.usedFrom,
		}),
	),
	card("", hint("Whoever holds it may watch until it ends. The link itself was shown once and is not kept."), actions(takeBack(link, cameras, again))),
];

const takeBack = (link, cameras, again) =>
	button("Take it back", {
		kind: "danger",
		icon: "trash",
		onPress: async () => {
			await remove(`tickets/${link.number}`);
			go("keys");
			toast(`${titleOf(link, cameras)} is taken back`);
			await again();
		},
	});
