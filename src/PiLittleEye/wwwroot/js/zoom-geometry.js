// Where a zoomed picture may lie. Pure: boxes in, a transform out.

const LARGEST = 8;

export const fit = () => ({ scale: 1, x: 0, y: 0 });
export const isZoomed = ({ scale }) => scale > 1.01;
export const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

export function scaleAt(view, factor, point) {
	const scale = Math.min(LARGEST, Math.max(1, view.scale * factor));
	const real = scale / view.scale;
	return { scale, x: point.x - (point.x - view.x) * real, y: point.y - (point.y - view.y) * real };
}

/** The nearest place at which no edge of the picture, which is shown whole in its box at first, is pulled in further than it must be. */
export function clamp(view, box, picture) {
	if (!isZoomed(view)) {
		return fit();
	}

	const whole = Math.min(box.width / picture.width, box.height / picture.height);
	return {
		scale: view.scale,
		x: clampAxis(view.x, view.scale, box.width, picture.width * whole),
		y: clampAxis(view.y, view.scale, box.height, picture.height * whole),
	};
}

function clampAxis(offset, scale, room, length) {
	const margin = ((room - length) / 2) * scale;
	const scaled = length * scale;
	return scaled <= room ? (room - scaled) / 2 - margin : Math.min(-margin, Math.max(room - scaled - margin, offset));
}
