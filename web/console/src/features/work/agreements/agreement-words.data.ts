/** Words of dated promises, Russian and English, lower case, "е" for "ё". */

export const weekdayForms: readonly RegExp[] = [
  /^(понедельник[аеу]?|пн|monday|mon)$/,
  /^(вторник[аеу]?|вт|tuesday|tue|tues)$/,
  /^(сред[ауые]|ср|wednesday|wed)$/,
  /^(четверг[ауе]?|чт|thursday|thu|thurs)$/,
  /^(пятниц[ауые]|пт|friday|fri)$/,
  /^(суббот[ауые]|сб|saturday|sat)$/,
  /^(воскресень[ея]|вс|воскресенью|sunday|sun)$/,
];

export const monthForms: readonly RegExp[] = [
  /^(январ[ьяею]|янв|january|jan)$/,
  /^(феврал[ьяею]|февр?|february|feb)$/,
  /^(март[ауе]?|мар|march|mar)$/,
  /^(апрел[ьяею]|апр|april|apr)$/,
  /^(ма[йяею]|may)$/,
  /^(июн[ьяею]|июн|june|jun)$/,
  /^(июл[ьяею]|июл|july|jul)$/,
  /^(август[ауе]?|авг|august|aug)$/,
  /^(сентябр[ьяею]|сент?|september|sept?)$/,
  /^(октябр[ьяею]|окт|october|oct)$/,
  /^(ноябр[ьяею]|нояб?|november|nov)$/,
  /^(декабр[ьяею]|дек|december|dec)$/,
];

export const numbers: Readonly<Record<string, number>> = {
  ...forms(0.5, 'полчаса'),
  ...forms(1, 'один одну одного одной one a an'),
  ...forms(1.5, 'полтора полторы'),
  ...forms(2, 'два две двух двум двумя пару пара пару-тройку couple two'),
  ...forms(3, 'три трех трем тремя three'),
  ...forms(4, 'четыре четырех четырем четырьмя four'),
  ...forms(5, 'пять пяти five'),
  ...forms(6, 'шесть шести six'),
  ...forms(7, 'семь семи seven'),
  ...forms(8, 'восемь восьми eight'),
  ...forms(9, 'девять девяти nine'),
  ...forms(10, 'десять десяти ten'),
  ...forms(11, 'одиннадцать одиннадцати eleven'),
  ...forms(12, 'двенадцать двенадцати twelve'),
  ...forms(13, 'тринадцать тринадцати thirteen'),
  ...forms(14, 'четырнадцать четырнадцати fourteen'),
  ...forms(15, 'пятнадцать пятнадцати fifteen'),
  ...forms(16, 'шестнадцать шестнадцати sixteen'),
  ...forms(17, 'семнадцать семнадцати seventeen'),
  ...forms(18, 'восемнадцать восемнадцати eighteen'),
  ...forms(19, 'девятнадцать девятнадцати nineteen'),
  ...forms(20, 'двадцать двадцати twenty'),
  ...forms(24, 'twenty-four'),
  ...forms(30, 'тридцать тридцати thirty'),
  ...forms(40, 'сорок сорока forty'),
  ...forms(45, 'forty-five'),
  ...forms(48, 'forty-eight'),
  ...forms(50, 'пятьдесят пятидесяти fifty'),
  ...forms(60, 'шестьдесят шестидесяти sixty'),
  ...forms(90, 'девяносто ninety'),
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
  'minute' | 'hour' | 'day' | 'week' | 'month' | 'year',
])[] = [
  [/^(минут[ауы]?|минутк[уи]|мин|minutes?|mins?)$/, 'minute'],
  [/^(час(а|ов|ик|ок)?|часик(а|ов)|час-(другой|два|полтора)|hours?|hrs?)$/, 'hour'],
  [/^(день|дня|дней|денек|день-(другой|два)|денек-другой|сут(ки|ок)|days?)$/, 'day'],
  [/^(недел[яюиье]|недельк[уи]|недел(ю|ьку)-(другую|две)|weeks?)$/, 'week'],
  [/^(месяц(а|ев)?|months?)$/, 'month'],
  [/^(год(а)?|лет|years?)$/, 'year'],
];

/** Hours that parts of a day mean. */
export const dayParts: readonly (readonly [RegExp, number])[] = [
  [
    /^(с |к |на )?утр(ом|а|у|о)$|^утречком$|^(в |на )?перв(ой|ую) половин[еу] дня$|^(к |с |в )?начал(о|у|а|е|ом) (рабочего )?дня$|^перв(ым делом|ой задачей)$|^(first thing )?(in the )?morning$|^first thing$|^(start|beginning|opening) of (the )?(working |business )?(day|business)$|^(sod|bod)$/,
    9,
  ],
  [
    /^(в |до |к |около )(полдень|полудню|полудня|обед[ау]?)$|^(at |by |before |around )?(noon|midday)$|^(at |by |before |around |over |during )(my |your |our )?lunch(time| break| hour)?$|^в обеденн(ый перерыв|ое время)$/,
    12,
  ],
  [
    /^днем$|^(in the )?afternoon$|^после обеда$|^after lunch$|^(во |на )?втор(ой|ую) половин[еу] дня$/,
    14,
  ],
  [
    /^вечер(ом|ком)$|^(до|к|под) вечер[ау]?$|^(in the )?evening$|^later today$|^(до|к) кон(ца|цу) (рабочего )?дня$|^(by )?(the )?(eod|cob|eob|end of (the )?(business )?day|close of business)$|^в течение (всего )?дня$|^(during|throughout) the day$|^(по|после) окончани[июя] рабочего дня$/,
    18,
  ],
  [/^tonight$|^(at )?night$/, 20],
];

/** Before a day or a part of one: a wish, no appointment. */
export const wish =
  /^(good|nice|great|lovely|pleasant|happy|wonderful|доброго|хорошего|приятного|хороших)$/;

/** Somebody is to do something: without such a word a date is only told. */
export const intent =
  /(?<!\p{L})(?!(здравствуйте|извините|простите)(?!\p{L}))\p{L}{2,}(йте|ите|ьте)(с[ья])?(?!\p{L})|(пере)?звон|созвон|набер|набир|свяж|связа|связи|напиш|отве[тч]|напомн|напоминан|верн[еуи]|жд[ёеу]|дожда|подожд|прие[дз]|подъед|подойд|подойти|прид[еуи]|зайд|заед|загл|готов|сдела|отправ|пришл|прислать|вышл|достав|привез|забер|забир|встреч|встрет|удобн|давай|нуж(е|н)|надо|прошу|просим|просьба|пожалуйста|можно|можем|можете|смож|успе|закро[ею]м|почин|исправ|провер|обсуд|уточн|договор|посмотр|займ|выполн|провед|оплат|перенос|перенес|назнач|продл|подключ|запиш|запис|хочу|хотим|хотел|выйд|реши|устран|обработ|рассмотр|подготов|подвед|предлага|предлож|выезд|визит|планир|срок|буд[еу]|\b(call|ping|ring|phone|contact|reach|write|reply|answer|respond|remind|follow|send|deliver|delivery|come|arrive|visit|meet|ready|available|free|finish|fix|expect|wait|need|let's|lets|please|will|shall|can|could|schedule|scheduled|reschedule|arrange|book|move|discuss|check|pay|due|return|back|ship|confirm|talk|speak|chat|sign|done|complete|get|update|join|moved|suits|works for|work for|how about|what about|would be|would work|would suit|is (ok|okay|fine|good|possible|convenient)|deadline|renew|waiting|looking forward|appreciate|reminder|agreed)\b|'ll\b/u;

/** What is over, or is told of: unless the day itself can only be one to come. */
export const past =
  /вчера|назад|прошл|(?<!\p{L})уже(?!\p{L})|возник|случил|указан|создан|никто|никого|(?<!\p{L})так и(?!\p{L})|(?<!\p{L})был[аои]?(?!\p{L})|(?!(договорились|если|около|числ[ао]|стол[аыу]?|дел[аои]|начал[ао]|мало|файл|отдел|срок|(?:оригинал|материал|канал|журнал|терминал|персонал|филиал|квартал|портал|сигнал|функционал|интервал|металл|раздел|предел|мобил|автомобил|стул|угол|цел|артикул|протокол|чехл|идеал|финал|общал)(?:а|ы|о)?)(?!\p{L}))(?<!\p{L})\p{L}{2,}(ал|ял|ил|ел|ыл|ул|шл|рл|гл|сл)[аои]?(с[ья])?(?!\p{L})|\b(ago|yesterday|last|was|were|since|happened|broke|stopped|started|received|been|had|did|didn't|promised|said|supposed|went|nobody|no one|got|missed|froze|crashed|failed|called|waited|came|told|asked|tried|left|rebooted|appeared|noticed|changes|we agreed|(?<!(?:have|get|need|want|having|getting|see) )(i|we|you|he|she|they|it|someone) ((?!need|proceed)\w+ed|sent|made|took|put|bought|wrote|saw)|nobody|(would|could|should|might)(n't| not)? have (?!it|a|an|the|to|my|our|your|some|someone|somebody|this|that|them|him|her|two|time))\b/u;

/** «Не могли бы вы», «хотел бы»: about the time to come. */
export const wishing =
  /(?<!\p{L})\p{L}{1,20}л[аои]?(с[ья])? бы(?!\p{L})|(?<!\p{L})чтобы?( \p{L}+){0,5}? \p{L}{1,20}л[аои]?(с[ья])?(?!\p{L})/gu;

/** What comes again and again, and when nobody is there. */
export const habit =
  /кажд(ый|ую|ое|ые)(?!\p{L})|ежедневн|еженедельн|ежемесячн|отпуск|больничн|командировк|отсутств|закрыт|открыты|праздни|(?<!(?:или|иначе|то|можем|сможем|надо|нужно) )отмен|выходн(ой|ым|ые дни)|режим|график|истека|заканчива|действ(ует|ителен|ительна)|срок действия|(?<!\p{L})обычно|всегда(?!\p{L})|постоянно|круглосуточн|по будням|скидк|распродаж|акци[ияюе](?!\p{L})|регламент|согласно|до свиданиядо свидани|\b(every|each|daily|weekly|monthly|vacation|holidays?|sick leave|away|closed|out of (the )?office|office hours|opening hours|we are open|we're open|is open|open from|expires|expired|valid|(?<!(or|then|otherwise|will|i'll|we'll) )cancel|cancelled|canceled|ends|ended|usually|normally|typically|generally|always|weekdays|weekends|nightly|hourly|(mon|tues|wednes|thurs|fri|satur|sun)days|discount|% off|the sale|policy|according to)\b/u;

/** From one weekday to another, or from hour to hour: when somebody works. */
export const openingHours =
  /работа(ем|ет|ют) (с|до|по|без)(?!\p{L})|(?<!\p{L})раз в(?!\p{L})|(понедельник|вторник|сред|четверг|пятниц|суббот)\p{L}* (по|до) (вторник|сред|четверг|пятниц|суббот|воскресень)|(?<!\p{L})(пн|вт|ср|чт|пт|сб)[- ](ср|чт|пт|сб|вс)(?!\p{L})|\b(mon|tues?|wed|thurs?|fri|satur)(day|nesday)?(-| to | through | thru | till | until )(tue|wed|thu|fri|sat|sun)/u;

/** Of the part of a sentence that names the day: it is what somebody is not to do. */
export const negation =
  /(?<!\p{L})(не|нельзя|без)(?!\p{L})|\b(not|never|no longer|no need|cannot|without)\b|n't\b/u;

/** Says no, but means yes. */
export const politeNegation =
  /не (раньше|ранее|позднее|позже|более|забуд\p{L}*|затрудн\p{L}*|мог(ли|ла)? бы|сможете ли|сложно|трудно|против)|\b(no|not) (later|sooner|earlier) than|don't (forget|hesitate)|why don't|(couldn't|can't|won't|don't) you|if not/gu;

/** Before the day in its part of the sentence: it may never come to it. */
export const condition = /^(если|if|unless|когда|when|whether|вдруг)$/;

/** Moved from one day to another. */
export const moves = /^(reschedul|mov(e|ed|ing)$|postpon|shift|перен|сдви|передви)/;

/** Right before a date: it names a paper or a beginning, not a promise. */
export const namesPaper =
  /^(от|с|со|за|ул|улица|улице|улицы|проспект|переулок|площадь|наб|dated|from|of|since)$/;

/** Right behind it: a street is called so. */
export const street =
  /^(street|st|avenue|ave|road|улица|проспект|floor|page|attempt|line|level|version|generation|edition|quarter|этаж|этаже)$/;

/** "The report for September 30". */
export const paper =
  /^(reports?|invoices?|statements?|bills?|acts?|logs?|data|receipts?|orders?|payments?|figures)$/;

/** A date that is all there is to say may stand with a few such words. */
export const courtesy =
  /^(да|нет|ок|окей|хорошо|ладно|отлично|договорились|подойдет|устроит|спасибо|здравствуйте|привет|добрый|день|можно|только|лучше|тогда|или|ну|а|и|мне|вам|нам|меня|вас|в|во|на|до|к|по|после|около|примерно|ближе|срок|может|завтра|сегодня|не|yes|no|ok|okay|thanks|thank|you|hello|hi|dear|maybe|probably|only|better|then|or|and|the|on|at|by|in|around|about|please|me|us|it|works?|suits?|fine|good|great|sounds|deal|is|then|sure|not|tomorrow|today)$/;

/** No day and no hour is named without a number or one of these. */
export const timeWord =
  /\d|зав|зафт|сег|пон|вт|ср|чт?[ев]|пят|суб|вос|(?<!\p{L})(пн|вт|ср|чт|пт|сб|вс|пол|час|од[ин]|дв[аеу]|тр[иеё]|четыр|пят|шест|сем|вос|девят|десят|оди|двен|перв|втор|треть|начал|середин|кон[ец])|выходн|недел|месяц|(?<!\p{L})(год|лет|сут|час|мин|ден|дн|утр|вечер|обед|полдень|полдн|ноч|янв|фев|мар|апр|ма[йея]|июн|июл|авг|сен|окт|ноя|дек|это|то же)|\b(tod|tom|tmr|tmw|2mor|ton|mon|tue|wed|thu|fri|sat|sun|week|month|year|hour|hr|min|day|noon|mid|morn|after|even|lunch|eod|eob|cob|sod|bod|end|close|start|begin|early|late|first|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter|couple|fortnight|(twenty|thirty|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fifteenth|twentieth)|the same time|this time)|day\b|ish\b/iu;
