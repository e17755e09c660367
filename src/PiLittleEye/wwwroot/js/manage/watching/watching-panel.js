// Who watches at this moment, and a way to show each of them the door.

import * as api from "../../api.js";
import { make } from "../../dom.js";
import { toast } from "../../toasts.js";
import { button, icon, tag } from "../build.js";
import { ask, Cancelled, remove } from "../service.js";
import { asItem, empty, failed, loading } from "../states.js";
import { when } from "../when.js";

// As fresh as somebody expects of "now", and little for a Pi to answer.
const REFRESH_MS = 3000;

const KINDS = { account: ["account", ""], key: ["terminal", "Key"], ticket: ["link", "Link"], homenetwork: ["home", "Home network"] };

export function openPanel(place) {
	const list = make("ul", { className: "lines cards" });
	const count = make("p", { className: "dim", role: "status" });
	place.append(make("div", { className: "page" }, count, list));
	list.append(asItem(loading(3)));
	let cameras = [];
	let timer = 0;
	let isOpen = true;

	async function load() {
		clearTimeout(timer);
		try {
			cameras = cameras.length ? cameras : await api.cameras();
			const viewers = await ask("viewers");
			isOpen && show(viewers);
		} catch (failure) {
			if (!(failure instanceof Cancelled)) {
				list.replaceChildren(asItem(failed(failure, load)));
			}

			return;
		}

		timer = setTimeout(load, REFRESH_MS);
		if (!isOpen) {
			clearTimeout(timer);
		}
	}

	// What is pressed or focused at the moment stays the thing it is.
	function show(viewers) {
		count.textContent = viewers.length === 0 ? "" : `${viewers.length} ${viewers.length === 1 ? "stream is" : "streams are"} open`;
		const before = new Map([...list.children].filter(({ dataset }) => dataset.id).map((item) => [item.dataset.id, item]));
		const items = viewers.map((viewer) => {
			const item = before.get(String(viewer.id)) ?? line(viewer, cameras, load);
			item.querySelector(".rate").textContent = rateOf(viewer);
			return item;
		});
		const wanted = items.length > 0 ? items : [asItem(empty("eye", "Nobody is watching", "The camera rests until somebody does."))];
		if (wanted.length !== list.children.length || wanted.some((item, i) => item !== list.children[i])) {
			list.replaceChildren(...wanted);
		}
	}

	load();
	return {
		close() {
			isOpen = false;
			clearTimeout(timer);
		},
	};
}

const rateOf = ({ framesPerSecond }) => (framesPerSecond === undefined || framesPerSecond === null ? "" : ` · ${framesPerSecond.toFixed(framesPerSecond < 10 ? 1 : 0)}\u00a0fps`);

function line(viewer, cameras, again) {
	const { id, name, kind, camera, address, since } = viewer;
	const [iconName, word] = KINDS[kind.toLowerCase()] ?? ["eye", kind];
	const cameraName = cameras.find((known) => known.id === camera)?.name ?? camera;
	const small = make("small", {}, `${cameraName} · since `, when(since), make("span", { className: "rate" }), make("br"), address);
	const caption = make("span", { className: "caption" }, make("b", {}, name, ...(word ? [" ", tag(word)] : [])), small);
	const end = button("End", {
		icon: "block",
		ariaLabel: `End what ${name} watches`,
		onPress: async () => {
			await remove(`viewers/${encodeURIComponent(id)}`);
			toast(`${name} was shown the door. To keep them out, lock the account or take the key back.`);
			await again();
		},
	});
	const item = make("li", {}, icon(iconName), caption, end);
	item.dataset.id = id;
	return item;
}
