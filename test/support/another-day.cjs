// Has a process start on a day of the year 2031, with other random numbers.
const RealDate = Date;
const NOW = RealDate.UTC(2031, 6, 31, 23, 59, 59);

globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [NOW] : given));
  }

  static now() {
    return NOW;
  }
};
Math.random = () => 0.25;
