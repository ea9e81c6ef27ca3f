/** Words of dated promises, Russian and English, lower case, "е" for "ё". */

export const weekdayForms: readonly RegExp[] = [
  /^(понедельник[аеу]?|monday|mon)$/,
  /^(вторник[аеу]?|tuesday|tue|tues)$/,
  /^(сред[ауые]|wednesday|wed)$/,
  /^(четверг[ауе]?|thursday|thu|thurs)$/,
  /^(пятниц[ауые]|friday|fri)$/,
  /^(суббот[ауые]|saturday|sat)$/,
  /^(воскресень[ея]|воскресенью|sunday|sun)$/,
];

export const monthForms: readonly RegExp[] = [
  /^(январ[ьяею]|january|jan)$/,
  /^(феврал[ьяею]|february|feb)$/,
  /^(март[ауе]?|march|mar)$/,
  /^(апрел[ьяею]|april|apr)$/,
  /^(ма[йяею]|may)$/,
  /^(июн[ьяею]|june|jun)$/,
  /^(июл[ьяею]|july|jul)$/,
  /^(август[ауе]?|august|aug)$/,
  /^(сентябр[ьяею]|september|sept?)$/,
  /^(октябр[ьяею]|october|oct)$/,
  /^(ноябр[ьяею]|november|nov)$/,
  /^(декабр[ьяею]|december|dec)$/,
];

export const numbers: Readonly<Record<string, number>> = {
  ...forms(0.5, 'полчаса'),
  ...forms(1, 'один одну одного одной one a an'),
  ...forms(1.5, 'полтора полторы'),
  ...forms(2, 'два две двух пару пара couple two'),
  ...forms(3, 'три трех three'),
  ...forms(4, 'четыре четырех four'),
  ...forms(5, 'пять пяти five'),
  ...forms(6, 'шесть шести six'),
  ...forms(7, 'семь семи seven'),
  ...forms(8, 'восемь восьми eight'),
  ...forms(9, 'девять девяти nine'),
  ...forms(10, 'десять десяти ten'),
  ...forms(11, 'одиннадцать одиннадцати eleven'),
  ...forms(12, 'двенадцать двенадцати twelve'),
  ...forms(15, 'пятнадцать пятнадцати fifteen'),
  ...forms(20, 'двадцать двадцати twenty'),
  ...forms(30, 'тридцать тридцати thirty'),
};

function forms(value: number, words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word) => [word, value]));
}

/** Half past the hour before: «в половине третьего». */
export const ordinalHours: Readonly<Record<string, number>> = {
  первого: 1,
  второго: 2,
  третьего: 3,
  четвертого: 4,
  пятого: 5,
  шестого: 6,
  седьмого: 7,
  восьмого: 8,
  девятого: 9,
  десятого: 10,
  одиннадцатого: 11,
  двенадцатого: 12,
};

export const unitForms: readonly (readonly [
  RegExp,
  'minute' | 'hour' | 'day' | 'week' | 'month',
])[] = [
  [/^(минут[ауы]?|мин|minutes?|mins?)$/, 'minute'],
  [/^(час(а|ов|ик)?|hours?|hrs?)$/, 'hour'],
  [/^(день|дня|дней|денек|сут(ки|ок)|days?)$/, 'day'],
  [/^(недел[яюиье]|недельк[уи]|weeks?)$/, 'week'],
  [/^(месяц(а|ев)?|months?)$/, 'month'],
];

/** Hours that parts of a day mean. */
export const dayParts: readonly (readonly [RegExp, number])[] = [
  [/^(с )?утр(ом|а)$|^утречком$|^(in the |this )?morning$/, 9],
  [
    /^(в |до |к )(полдень|полудню|полудня|обед[ау]?)$|^(at |by |before |around )?(noon|midday)$|^(at |by |before |around )lunch(time)?$/,
    12,
  ],
  [/^днем$|^(in the |this )?afternoon$|^после обеда$|^after lunch$/, 14],
  [/^вечер(ом|ком)$|^(in the |this )?evening$/, 18],
  [/^tonight$/, 20],
];

/** Somebody is to do something: without such a word a date is only told. */
export const intent =
  /(пере)?звон|созвон|набер|свяж|связа|напиш|отве[тч]|напомн|напоминан|верн[еуи]|жд[ёеу]|дожда|подожд|прие[дз]|подъед|подойд|прид[еуи]|зайд|заед|загл|готов|сдела|отправ|пришл|прислать|вышл|достав|привез|забер|встреч|встрет|удобн|давай|нужн|надо|прошу|просим|пожалуйста|можно|можем|можете|смож|успе|закро[ею]м|почин|исправ|провер|обсуд|уточн|договор|посмотр|займ|выполн|провед|оплат|перенес|назнач|буд[еу]|\b(call|ring|phone|contact|reach|write|reply|answer|respond|remind|follow|send|deliver|come|visit|meet|ready|available|finish|fix|expect|wait|need|let's|lets|please|will|shall|can|could|schedule|arrange|discuss|check|pay|return|back|ship|confirm|talk|speak|chat|sign|done|complete|get|update)\b|'ll\b/u;

/** What is over, or is only told of. */
export const past =
  /вчера|позавчера|назад|прошл|уже|сломал|перестал|пропал|возник|случил|произош|поступил|был[аои]?(?!\p{L})|\b(ago|yesterday|last|was|were|since|happened|broke|stopped|started|received|been)\b/u;

/** Right before a date: it names a paper or a beginning, not a promise. */
export const namesPaper = /^(от|с|со|за|dated|from|of|since)$/;

/** A date that is all there is to say may stand with a few such words. */
export const courtesy =
  /^(да|нет|ок|хорошо|ладно|спасибо|здравствуйте|привет|добрый|день|можно|только|лучше|тогда|или|ну|а|и|мне|вам|нам|меня|вас|в|во|на|до|к|по|после|около|примерно|ближе|yes|no|ok|okay|thanks|thank|you|hello|hi|dear|maybe|probably|only|better|then|or|and|the|on|at|by|in|around|about|please|me|us|it)$/;
