// Dark, light, or as the device says. Kept on this device: a phone and a desktop want different things.

const root = document.documentElement.dataset;

export const currentTheme = () => root.theme ?? "system";

export function chooseTheme(theme) {
	localStorage.setItem("theme", theme);
	if (theme === "system") {
		delete root.theme;
	} else {
		root.theme = theme;
	}
}
