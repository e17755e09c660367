// Controls leave the picture alone when nobody has touched anything for three seconds, and come back on touch, key or focus.

const CALM_MS = 3000;

export class ChromeFade {
	#stage;
	#mayHide;
	#timer = 0;

	/** @param mayHide tells whether nothing needs the controls: no trouble, no open sheet. */
	constructor(stage, mayHide) {
		this.#stage = stage;
		this.#mayHide = mayHide;
		stage.addEventListener("pointermove", ({ pointerType }) => pointerType === "mouse" && this.wake());
		stage.addEventListener("pointerdown", ({ target }) => target.closest("button") && this.wake());
		for (const type of ["keydown", "focusin"]) {
			document.addEventListener(type, () => this.wake());
		}
	}

	wake() {
		delete this.#stage.dataset.chrome;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#calm(), CALM_MS);
	}

	toggle() {
		this.#stage.dataset.chrome ? this.wake() : this.#hide();
	}

	#calm() {
		if (this.#stage.querySelector(":focus-visible") || this.#stage.querySelector(".dock:hover, .strip:hover")) {
			this.wake();
		} else {
			this.#hide();
		}
	}

	#hide() {
		this.wake();
		if (this.#mayHide()) {
			clearTimeout(this.#timer);
			this.#stage.dataset.chrome = "hidden";
		}
	}
}
