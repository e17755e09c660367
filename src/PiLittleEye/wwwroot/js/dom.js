// The few words this page needs to speak to its document.

export const byId = (id) => document.getElementById(id);

export const make = (tag, properties = {}, ...children) => {
	const element = Object.assign(document.createElement(tag), properties);
	element.append(...children);
	return element;
};

/** Written only when it differs: a text that is set anew each second is read out anew each second. */
export function setText(element, text) {
	if (element.textContent !== text) {
		element.textContent = text;
	}
}

/** In the document an icon is <i data-icon="name">; its drawing stands in the sprite. */
export function setIcon(place, name) {
	if (place.dataset.icon !== name || !place.firstChild) {
		place.dataset.icon = name;
		place.innerHTML = `<svg aria-hidden="true"><use href="/icons/sprite.svg#${name}"/></svg>`;
	}
}

export function drawIcons() {
	for (const place of document.querySelectorAll("[data-icon]")) {
		setIcon(place, place.dataset.icon);
	}
}

/** Says at a field what is wrong with it; nothing when there is nothing wrong any more. */
export function setError(field, message = "") {
	const box = field.closest(".setting") ?? field.closest(".field");
	const place = box.querySelector(".error") ?? make("p", { className: "error", id: `${field.id || field.name}-error`, role: "alert" });
	box.append(place);
	setText(place, message);
	field.setAttribute("aria-invalid", message !== "");
	if (!field.getAttribute("aria-describedby")?.includes(place.id)) {
		field.setAttribute("aria-describedby", `${place.id} ${field.getAttribute("aria-describedby") ?? ""}`.trim());
	}
}
