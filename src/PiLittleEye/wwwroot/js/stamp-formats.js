// The formats most people want. The service writes times with .NET's letters; these few are enough to show what comes out.

export const FORMATS = [
	"yyyy-MM-dd HH:mm:ss",
	"dd.MM.yyyy HH:mm:ss",
	"dd/MM/yyyy HH:mm:ss",
	"MM/dd/yyyy h:mm:ss tt",
	"HH:mm:ss",
	"h:mm:ss tt",
	"yyyy-MM-dd HH:mm:ss.f",
];

export function example(format, t) {
	const two = (number) => String(number).padStart(2, "0");
	const letters = {
		yyyy: t.getFullYear(),
		MM: two(t.getMonth() + 1),
		dd: two(t.getDate()),
		HH: two(t.getHours()),
		h: t.getHours() % 12 || 12,
		mm: two(t.getMinutes()),
		ss: two(t.getSeconds()),
		f: Math.floor(t.getMilliseconds() / 100),
		tt: t.getHours() < 12 ? "AM" : "PM",
	};
	return format.replace(/yyyy|MM|dd|HH|h|mm|ss|f|tt/g, (letter) => letters[letter]);
}
