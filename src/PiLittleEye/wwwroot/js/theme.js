// Not a module, so that it runs before the first paint: a chosen theme must not flash the other one.
(() => {
	const chosen = localStorage.getItem("theme");
	if (chosen === "dark" || chosen === "light") {
		document.documentElement.dataset.theme = chosen;
	}
})();
