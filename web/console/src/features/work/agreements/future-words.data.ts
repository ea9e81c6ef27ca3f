/** Words of what is to come, besides the nouns and verbs that support is about. Lower case, "е" for "ё". */

/**
 * A Russian verb of what will be done once: «пришлём», «поступят», «отзвонится». A prefix makes it, and what goes on by itself («падает»,
 * «происходит») or only looks like one («отчёт», «результатом») is none.
 */
const perfective =
  '(?<!\\p{L})(?!(?:отчет|расчет|зачет|привет|запрет|проблем|прием|подъем|объем|затем|зачем|причем|почем|насовсем|возврат|документ|дефицит|последним|поздним|прежним|предыдущим|настоящим|зависит|выглядит|относит|надеют|подряд|обряд|заряд|разряд|предмет|выхлоп)(?!\\p{L})|зависит|относит|\\p{L}*(?:ход|воз)[ия]т|\\p{L}*нят(?!\\p{L})|\\p{L}*бит(?!\\p{L})|\\p{L}*(?:ск|щ|ш)им(?!\\p{L})|\\p{L}*(?:тел|ни|ти|ци|ча|ч|ар)ем(?!\\p{L}))(?:по|при|от|вы|за|до|под|пере|на|об|про|раз|рас|ото|подо|воз|вос|ис|из|из)\\p{L}{1,12}[^ая](?:ем|ет|им|ит|ут|ют|ат|ят|ете|ите|ешь|ишь)(?:с[ья])?(?!\\p{L})';

/** The same of oneself: «оплачу», «пришлю». */
const ownPerfective =
  '(?<!\\p{L})(?!(?:задачу|передачу|встречу|подачу|выдачу|раздачу|отдачу|удачу)(?!\\p{L}))(?:по|при|от|вы|за|до|под|пере|на|об|про|раз|рас|ото|подо|оп|уст|уточ|соб|сд|сооб)\\p{L}{1,10}(?:лю|жу|шу|щу|чу|ню|рю|ью)(?!\\p{L})';

const russian =
  'с?могу(?:т(?!\\p{L}))?|может(?! быть)|сможе|желательн|обязательн|необходим|требует|долж(?:ен|н[аоы])|обеща|постара|намерен|терпит|подходит|устраивает|лучше|окн[оа](?!\\p{L})|свобод(?:ен|на|ны|н[ыо]й|ное)(?!\\p{L})|освобо[жд]|пусть|пускай|продли|пересла|перечисл|поступ(?:и|я)т|выстав(?:лю|и)|выпи(?:ш|с)|принес[еу]|переда[дмйс]|увидимся|скин[еу]|вышл|(?:от|пере)?дам(?!\\p{L})|дадим|даст(?!\\p{L})|дадите|возьм|начн[еу]|состоит?ся|продолж|подтверд|забронир|отзвон|отпиш|спишемся|наберу|маякн|черкн|скажете|насчет|есть (?:ли )?(?:у вас )?(?:время|возможность)|время есть|подключ|подсказ|сообщ[иу]|сориентир|выкат[ия]|постав(?:лю|им|ит|ят|ьте)|постара|получ(?:у|им|ит|ат|ить)|приготов|примет?(?!\\p{L})|примем|примите|прим(?:у|ут)(?!\\p{L})|заплан|согласован|перезагру|обнов(?:им|лю|ит|ят)|выпуст|заверш|заработает|рассчитыв|хотелось бы|не раньше|не позже|не позднее|дедлайн|крайний|отлож|сдвин|заплат|выплат|погас|зачисл|примерк|приемк|созвон|собер|приступ|вернусь|оформ(?:им|лю|ит|ят|ить)|замен(?:им|ю|ит|ят|ить)|установ(?:им|лю|ит|ят|ить|ка|ку)|монтаж|отгруз|отгруж|поставк|загруз|завез|приве[дз]|ориентировочн|предварительн|удобн|поговори|поменя(?:ем|ю|ете)|переговори|увид(?:имся|еться)|встрет|подброс|занес|потом(?!\\p{L})|свяж';

const english =
  "\\b(?:any chance|expecting|awaiting|try|give|hold|keep|drop|swing|pop|bring|take|tell|let (?:me|us)|revert|submit|submitted|provide|forward|collect|pick|install|installation|installed|replace|repair|repaired|extend|escalate|resolve|resolved|sort|sorted|refund|refunded|transfer|restore|restored|dispatch|dispatched|issue (?:it|them|a|the)|touch|circle|hear from|should|must|have to|has to|having to|needs|hope|hoping|plan|plans|planning|planned|promise|promises|promised to|promise to|going to|gonna|i'd|we'd|would like|want|wants|better|best for|prefer|rather|intend|aim|aiming|target|targeting|eta|say|set up|slot|appointment|booked|around on|around at|look(?:ing)? at|pencilled|kick off|launch|roll out|rollout|goes (?:out|live)|go live|proceed|pencil|settle|transferred|paid|remit|reimburse|process it|look into|look at|give it|may i|earliest|latest|at your place|pickup|onsite|on site|on-site|stop by|come over|catch up|sync|connect|reconnect|regroup|shout|buzz|holler|text|email|mail me|message me|delayed|postponed|pushed|put off|bump|hand over|handed|drop-off|demo|walk you|show you|start|begin|resume|migrate|deploy|switch|activate|complete|completed|report back|pop in|chase|chasing|nudge|stay tuned|hopefully|ideally|asap)\\b";

/** "we are sending", "I'm coming": of a day to come it is a plan. */
const progressive =
  "(?:\\b(?:am|are|is)|'m|'re|\\b(?:he|she|it|who)'s) (?:(?!not )[a-z']+ ){0,4}?(?!morning|evening|nothing|something|anything|everything|missing|failing|crashing|freezing|happening|hanging|showing|getting (?:an|the same)|having)[a-z]{2,}ing\\b";

/** Somebody is to do something, said without one of the words of `intent`. */
export const promise = new RegExp(
  [perfective, ownPerfective, `(?<!\\p{L})(?:${russian})`, english, progressive].join('|'),
  'u',
);

/** What is set for a day, said as it stands: «приёмка проходит в среду», "he arrives on Monday". */
export const timetable =
  /(?<!\p{L})(приезжа|приход[ия]т|начина(ет|ют)ся|проход[ия]т|улета)|\b(arrives?|lands?|comes in|comes? (by|over)|starts|begins|takes place|kicks off|resumes|reopens)\b/u;

/** Nothing is to be done any more, whatever was said of the day. */
export const settled =
  /(?<!\p{L})(уже|больше) не (надо|нужно|требу|актуальн)|уже (все )?(решил|решен|почин|исправ|заработал|получил|сдела|нашл|не надо)|\bno longer (need|necessary|required)|\balready (fixed|sorted|done|resolved|solved|cancelled|canceled|works|working|got|received)|(sorted|fixed|solved|resolved|done|works) (it |out |now )?already/u;

/** Behind the day: it has come, and what was promised for it has not. */
export const broken =
  /(?<!\p{L})(а|но|и|однако|если|раз)( \p{L}+){0,2} (не|так и не)( \p{L}+)? \p{L}{2,}(л|ла|ло|ли|лись|лся|лась)(?! бы)(?!\p{L})|\b(but|and|yet)( \w+){0,2} (never|didn't|did not|hasn't|haven't)\b|\bbut (nobody|no one|nothing)\b/u;

/** Of absence, when it is over: «выйдет с больничного», "after the holidays". */
export const returning =
  /(?<!\p{L})(из|с|со|после|from|after) (\p{L}+ )?(отпуск|больничн|командировк|праздник|выходн|holidays?|vacation|sick leave)\p{L}*/gu;

/** "I won't manage until Monday", «не смогу раньше среды»: the day on which it can be. */
export const notBefore =
  /(?:\b(?:not|cannot|never|unable|unavailable)|n't)(?: (?!wait)[\p{L}']+){0,6} (?:until|till|before)(?= |$)|(?<!\p{L})не(?: (?!жд|дожид)\p{L}+){0,4} (?:раньше|ранее|до)(?!\p{L})/gu;

/** Who is not there now, and may ask for something later. */
export const absence =
  /(?<!\p{L})(отпуск|больничн|командировк|отсутств)\p{L}*|\b(vacation|holidays?|away|sick leave|out of (the )?office)\b/gu;

/** From when something will be: «можем начать с понедельника», and not since when it has been. */
export const startsThen =
  /^(нач(н|ат|инать)|старт|приступ|буд(у|ем|ет|ут)$|смо[гж]|може[мт]|могу|свобод|освобо|выйд|подключ|запус|start$|begin$|available|free$|resume|will$|can$|could$|\p{L}+'ll$)/u;

/** What somebody said would be done: it may still be. */
export const pledge = /(?<!\p{L})(обеща|пообеща)\p{L}+|\bpromised\b/gu;
