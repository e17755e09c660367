// The controls of the sheet: filled with what is in force, read by name, told at the field when something was refused.

import { byId, make, setError, setText } from "./dom.js";
import { valueAt } from "./settings-paths.js";
import { example, FORMATS } from "./stamp-formats.js";

const RATES = [1, 2, 5, 10, 15, 20, 24, 30, 50, 60, 90, 120];
const NUMBERS = ["rotation", "framesPerSecond", "quality"];
const OWN = "own";

const form = byId("settings");
const option = (value, textContent = String(value)) => make("option", { value, textContent });
// A size has two numbers and one place to complain.
const ownerOf = (path) => (path === "height" ? "width" : path);

export class SettingsForm {
	#onChange;

	constructor(onChange) {
		this.#onChange = onChange;
		form.onsubmit = (event) => event.preventDefault();
		form.oninput = ({ target }) => this.#read(target);
	}

	setReadOnly(isReadOnly) {
		byId("read-only").hidden = !isReadOnly;
		for (const element of form.querySelectorAll("#panel-picture [name], #panel-stamp [name]")) {
			element.disabled = isReadOnly;
		}
	}

	/** @param modes what the device offers; null while that is not known. */
	fill(settings, modes) {
		const { width, height, framesPerSecond, quality, stamp } = settings;
		for (const field of form.querySelectorAll("[type=radio], [type=checkbox]")) {
			const now = valueAt(settings, field.name);
			if (now !== undefined) {
				field.checked = field.type === "radio" ? field.value === String(now) : now;
			}
		}

		byId("quality").value = quality;
		setText(byId("quality-value"), String(quality));
		this.#fillSizes(width, height, modes);
		this.#fillRates(framesPerSecond, modes?.sizes.find((size) => size.width === width && size.height === height) ?? modes?.sizes[0]);
		this.#fillFormats(stamp.format);
		this.#fillZones(stamp.zone ?? "");
	}

	clearErrors(paths) {
		for (const path of paths) {
			this.#tellAt(path, "");
		}
	}

	/** @returns false when none of the refusals belongs to a control here. */
	showErrors(errors) {
		const known = Object.keys(errors).filter((path) => byId(path));
		for (const path of known) {
			this.#tellAt(path, errors[path].join(" "));
		}

		return known.length > 0;
	}

	#tellAt(path, message) {
		const field = byId(ownerOf(path));
		if (field) {
			setError(field, message);
		}
	}

	#read(target) {
		const { name, value, type } = target;
		const label = target.closest("label")?.querySelector("span").innerText.split("\n")[0].trim() ?? "";
		if (name === "size" || name === "width" || name === "height") {
			this.#readSize(name, value);
		} else if (name === "format" || name === "stamp.format") {
			this.#readFormat(name, value);
		} else if (type === "checkbox") {
			this.#onChange({ [name]: target.checked }, `${label}: ${target.checked ? "on" : "off"}`);
		} else if (name !== "theme") {
			const group = target.closest(".setting, fieldset").querySelector("legend, label").textContent;
			const words = target.selectedOptions?.[0].textContent ?? (label || value);
			this.#onChange({ [name]: NUMBERS.includes(name) ? Number(value) : value }, `${group}: ${words}`);
		}

		if (name === "quality") {
			setText(byId("quality-value"), value);
		}
	}

	#readSize(name, value) {
		if (name === "size") {
			byId("own-size").hidden = value !== OWN;
			if (value === OWN) {
				return byId("width").focus();
			}

			[byId("width").value, byId("height").value] = value.split("x");
		}

		const [width, height] = [Number(byId("width").value), Number(byId("height").value)];
		if (width > 0 && height > 0) {
			this.#onChange({ width, height }, `Picture size: ${width} × ${height}`);
		} else {
			this.#tellAt("width", "Use whole numbers, as 1280 and 720.");
		}
	}

	#readFormat(name, value) {
		if (name === "format") {
			byId("own-format").hidden = value !== OWN;
			if (value === OWN) {
				return byId("stamp.format").focus();
			}

			byId("stamp.format").value = value;
		}

		this.#onChange({ "stamp.format": value }, "Format");
	}

	#fillSizes(width, height, modes) {
		const now = `${width}x${height}`;
		const sizes = (modes?.sizes ?? []).map((size) => `${size.width}x${size.height}`);
		const isOwn = Boolean(modes?.anySize) && !sizes.includes(now);
		const listed = isOwn || sizes.includes(now) ? sizes : [now, ...sizes];
		const options = listed.map((size) => option(size, size.replace("x", " × ")));
		replaceOptions("size", modes?.anySize ? [...options, option(OWN, "Own size…")] : options, isOwn ? OWN : now);
		byId("own-size").hidden = !isOwn;
		keepTyping("width", width);
		keepTyping("height", height);
	}

	#fillRates(now, mode) {
		const rates = RATES.filter((rate) => rate <= (mode?.fastestFramesPerSecond ?? 30) + 0.5);
		const all = [...new Set([...rates, now])].sort((a, b) => a - b);
		replaceOptions("framesPerSecond", all.map((rate) => option(rate)), now);
	}

	#fillFormats(format) {
		const isOwn = !FORMATS.includes(format);
		const options = FORMATS.map((known) => option(known, example(known, new Date())));
		replaceOptions("format", [...options, option(OWN, "Own format…")], isOwn ? OWN : format);
		byId("own-format").hidden = !isOwn;
		keepTyping("stamp.format", format);
	}

	#fillZones(zone) {
		const known = [Intl.DateTimeFormat().resolvedOptions().timeZone, "UTC", zone, ...(Intl.supportedValuesOf?.("timeZone") ?? [])];
		const options = [...new Set(known)].filter(Boolean).map((name) => option(name, name.replaceAll("_", " ")));
		replaceOptions("stamp.zone", [option("", "The camera’s own"), ...options], zone);
	}
}

// Only when it differs: a list must not change under somebody's finger.
function replaceOptions(id, options, value) {
	const select = byId(id);
	if (options.map((o) => o.value).join() !== [...select.options].map((o) => o.value).join()) {
		select.replaceChildren(...options);
	}

	select.value = value;
}

function keepTyping(id, value) {
	if (document.activeElement !== byId(id)) {
		byId(id).value = value;
	}
}
