const known =
  'понедельник понедельника понедельнику вторник вторника вторнику четверг четверга четвергу пятница пятницу пятницы пятнице суббота субботу субботы субботе воскресенье воскресенья завтра сегодня послезавтра января февраля апреля августа сентября октября ноября декабря monday tuesday wednesday thursday friday saturday sunday tomorrow january february august september october november december'.split(
    ' ',
  );
const words = new Set(known);
const shortest = 5;

/** A day or a month with one slip of the fingers: a letter left out, doubled, or swapped with the one after it. */
export function spelt(word: string): string {
  if (word.length < shortest || word.length > 13 || words.has(word)) {
    return word;
  }
  return known.find((right) => right[0] === word[0] && isSlip(word, right)) ?? word;
}

function isSlip(word: string, right: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === right[at]) {
    at += 1;
  }
  if (word.length === right.length) {
    const swapped = `${right.slice(0, at)}${right[at + 1] ?? ''}${right[at] ?? ''}${right.slice(at + 2)}`;
    return word === swapped;
  }
  if (word.length === right.length - 1) {
    // «вторник» is no slip of «вторника»: endings are forms of their own.
    return word.slice(at) === right.slice(at + 1) && right.length > shortest + 1;
  }
  return (
    word.length === right.length + 1 &&
    word[at] === word[at - 1] &&
    word.slice(at + 1) === right.slice(at)
  );
}
