// Tabs as readers and keyboards expect them: one stop, arrows within.

export function prepareTabs(list) {
	const tabs = [...list.children];

	function select(tab) {
		for (const other of tabs) {
			other.setAttribute("aria-selected", other === tab);
			other.tabIndex = other === tab ? 0 : -1;
			document.getElementById(other.getAttribute("aria-controls")).hidden = other !== tab;
		}

		tab.focus();
	}

	list.onclick = ({ target }) => tabs.includes(target) && select(target);
	list.onkeydown = (event) => {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
		if (step) {
			event.stopPropagation();
			select(tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length]);
		}
	};
}
