// Draws frames on the canvas. While one is being decoded only the newest of those that arrive is kept: a slow phone skips, it does not lag.

const RATE_OVER_MS = 2000;
// The first few pictures come as the camera wakes, not in its rhythm.
const RATE_FROM_MS = 900;

export class Picture {
	#canvas;
	#context;
	#onDrawn;
	#next = null;
	#isBusy = false;
	#drawn = [];
	#turn = 0;

	constructor(canvas, onDrawn) {
		this.#canvas = canvas;
		this.#context = canvas.getContext("2d", { alpha: false });
		this.#onDrawn = onDrawn;
	}

	show(frame) {
		this.#next = frame;
		if (!this.#isBusy) {
			this.#drawNewest();
		}
	}

	/** Pictures a second that were really drawn; 0 until that can be told. By their moments of capture: networks deliver in bursts. */
	rate() {
		this.#drawn = this.#drawn.filter(({ at }) => performance.now() - at < RATE_OVER_MS);
		const span = this.#drawn.at(-1)?.capturedAt - this.#drawn[0]?.capturedAt;
		return span >= RATE_FROM_MS ? ((this.#drawn.length - 1) * 1000) / span : 0;
	}

	/** Nothing of what was shown before may be seen again. */
	clear() {
		this.#turn++;
		this.#next = null;
		this.#drawn = [];
		this.#context.fillRect(0, 0, this.#canvas.width, this.#canvas.height);
	}

	async #drawNewest() {
		this.#isBusy = true;
		while (this.#next) {
			const [frame, turn] = [this.#next, this.#turn];
			this.#next = null;
			try {
				const bitmap = await createImageBitmap(new Blob([frame.jpeg], { type: "image/jpeg" }));
				if (turn === this.#turn) {
					this.#draw(bitmap);
					this.#drawn.push({ at: performance.now(), capturedAt: frame.capturedAt });
					this.#onDrawn(frame);
				}

				bitmap.close();
			} catch {
				// A damaged JPEG is one picture less; the age tells when it is all of them.
			}
		}

		this.#isBusy = false;
	}

	#draw(bitmap) {
		const canvas = this.#canvas;
		if (canvas.width !== bitmap.width || canvas.height !== bitmap.height) {
			canvas.width = bitmap.width;
			canvas.height = bitmap.height;
		}

		this.#context.drawImage(bitmap, 0, 0);
	}
}
