// The cameras: names on a phone, small slow pictures where there is room. Says which one is watched, and remembers it.

import * as api from "./api.js";
import { byId, make } from "./dom.js";

// Each small picture may start a camera that nobody watches, so they come seldom and one after the other.
const REFRESH_MS = 60_000;
const KEPT = "camera";

export class CameraStrip {
	#onChoose;
	#cameras = [];
	#images = new Map();
	#turn = 0;
	#wide = matchMedia("(min-width: 900px) and (min-height: 500px)");
	chosen = null;

	constructor(onChoose) {
		this.#onChoose = onChoose;
		this.#wide.addEventListener("change", () => this.#refresh(++this.#turn));
	}

	load(cameras) {
		this.#cameras = cameras;
		byId("cameras").hidden = cameras.length < 2;
		byId("cameras").replaceChildren(...cameras.map((camera, index) => this.#buttonOf(camera, index)));
		this.#choose(cameras.find(({ id }) => id === localStorage.getItem(KEPT)) ?? cameras[0]);
		this.#refresh(++this.#turn);
	}

	close() {
		this.#turn++;
	}

	chooseAt(index) {
		const camera = this.#cameras[index];
		return Boolean(camera) && camera !== this.chosen && this.#choose(camera);
	}

	#choose(camera) {
		this.chosen = camera;
		localStorage.setItem(KEPT, camera.id);
		for (const [id, image] of this.#images) {
			image.parentElement.setAttribute("aria-current", id === camera.id);
		}

		this.#images.get(camera.id).parentElement.scrollIntoView({ block: "nearest", inline: "center" });
		this.#onChoose(camera);
		return true;
	}

	#buttonOf({ id, name }, index) {
		const image = make("img", { alt: "" });
		const button = make("button", { type: "button", className: "camera", title: `${name} (${index + 1})` }, image, make("span", { textContent: name }));
		this.#images.set(id, image);
		button.onclick = () => this.chooseAt(index);
		return button;
	}

	async #refresh(turn) {
		for (const [id, image] of this.#cameras.length > 1 ? this.#images : []) {
			if (turn === this.#turn && this.#wide.matches && document.visibilityState === "visible") {
				const answer = await api.photo(id, "max_age=60").catch(() => null);
				URL.revokeObjectURL(image.src);
				answer ? (image.src = URL.createObjectURL(await answer.blob())) : image.removeAttribute("src");
			}
		}

		setTimeout(() => turn === this.#turn && this.#refresh(turn), REFRESH_MS);
	}
}
