// What there is to manage, in the order of the menu.

export const SECTIONS = [
	{ id: "account", title: "Your account", icon: "account", load: () => import("./account/account-panel.js") },
	{ id: "watching", title: "Watching now", icon: "eye", isForAdministrators: true, load: () => import("./watching/watching-panel.js") },
	{ id: "people", title: "People", icon: "people", isForAdministrators: true, load: () => import("./people/people-panel.js") },
	{ id: "keys", title: "Keys and links", icon: "key", load: () => import("./keys/keys-panel.js") },
	{ id: "addresses", title: "Addresses", icon: "globe", isForAdministrators: true, load: () => import("./addresses/addresses-panel.js") },
	{ id: "mail", title: "Photo by mail", icon: "mail", isForAdministrators: true, load: () => import("./mail/mail-panel.js") },
	{ id: "log", title: "Log", icon: "log", isForAdministrators: true, load: () => import("./log/log-panel.js") },
	{ id: "certificate", title: "Certificate", icon: "seal", isForAdministrators: true, load: () => import("./certificate/certificate-panel.js") },
];

export const sectionsOf = ({ isAdministrator }) => SECTIONS.filter((section) => isAdministrator || !section.isForAdministrators);
