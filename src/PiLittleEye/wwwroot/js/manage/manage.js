// Everything that is managed: follows the address to a panel, keeps the frame around it, and answers for what goes wrong in it.

import { showAlerts } from "../alert-badge.js";
import { byId } from "../dom.js";
import { toast } from "../toasts.js";
import { Frame } from "./frame.js";
import { openMenu } from "./menu.js";
import { proveYourself } from "./proof-dialog.js";
import { parseRoute } from "./route.js";
import { sectionsOf } from "./sections.js";
import { Cancelled, prepareService } from "./service.js";
import { failed, loading } from "./states.js";

// Known to the button on the picture; a page that was opened elsewhere asks by itself.
const alerts = () => Number(byId("open-menu").dataset.alerts ?? 0);

export class ManageScreen {
	#hooks;
	#frame;
	#section = null;
	#panel = null;
	session = null;

	/** @param hooks onClose, onSignOut, onSignedOut, onChanged */
	constructor(hooks) {
		this.#hooks = hooks;
		this.#frame = new Frame(byId("manage"), () => this.openMenu());
		prepareService({ prove: () => proveYourself(this.session), signedOut: hooks.onSignedOut });
		document.addEventListener("failure", ({ detail }) => this.#tell(detail));
	}

	/** Shows what the address says. */
	async open() {
		const route = parseRoute(location.hash);
		const section = sectionsOf(this.session).find(({ id }) => id === route?.section);
		if (!section) {
			return this.#hooks.onClose();
		}

		const isNew = section !== this.#section;
		this.#frame.show(this.session, section, route.id, alerts());
		if (isNew) {
			this.#leavePanel();
			this.#section = section;
			this.#frame.body.replaceChildren(loading());
			this.#frame.focus();
			this.session.isAdministrator && this.#countAlerts();
			await this.#load(section);
		}

		if (section === this.#section) {
			this.#panel?.choose?.(route.id);
		}
	}

	close() {
		this.#leavePanel();
		for (const dialog of document.querySelectorAll("dialog.dialog, dialog.menu")) {
			dialog.remove();
		}
	}

	openMenu() {
		const { onSignOut } = this.#hooks;
		const isAtPicture = byId("manage").hidden;
		const onShare = isAtPicture ? () => document.querySelector(".share").click() : null;
		openMenu(this.session, isAtPicture ? null : this.#section?.id, alerts(), { onShare, onSignOut });
	}

	async share(camera) {
		const { openShareDialog } = await import("./keys/share-dialog.js");
		await openShareDialog(camera);
	}

	/** What the account owes before it may go on. */
	async askDebt(session, hooks) {
		const { askDebt } = await import("./account/debts.js");
		askDebt(byId("debts"), session, hooks);
	}

	async #load(section) {
		try {
			const { openPanel } = await section.load();
			if (section === this.#section) {
				this.#frame.body.replaceChildren();
				this.#panel = openPanel(this.#frame.body, { session: this.session, ...this.#hooks, onAlertsSeen: () => this.#countAlerts() });
			}
		} catch (failure) {
			const again = () => {
				this.#section = null;
				return this.open();
			};
			this.#frame.body.replaceChildren(failed(failure, again));
		}
	}

	async #countAlerts() {
		await showAlerts();
		const route = parseRoute(location.hash);
		this.#section && this.#frame.show(this.session, this.#section, route?.id ?? null, alerts());
	}

	#leavePanel() {
		this.#panel?.close?.();
		this.#panel = null;
		this.#section = null;
	}

	#tell(failure) {
		if (!(failure instanceof Cancelled)) {
			toast(`${failure.title ? `${failure.title}: ` : ""}${failure.message}`, { isBad: true });
		}
	}
}
