/** What people type into the box, written for this bench's company. `{n}` becomes the number of a ticket, `{p}` of a person. */
export const questions: Readonly<Record<string, readonly string[]>> = {
  frequent: ['договор', 'деньги', 'касса', 'printer', 'colleague', 'пожалуйста'],
  forms: ['договорами', 'счета октября', 'печатает чеки', 'refunded orders', 'exports of reports'],
  several: [
    'счёт октябрь договор',
    'касса чек Казань',
    'report export stops',
    'вечер пятницы журналы',
    'screenshot yearly plan',
  ],
  rare: ['{n}', '#{n}', 'заказ {n}', 'Invoice {n}', 'extension {n}'],
  person: ['Анна {p}', 'person{p}', 'person{p}@customer', 'Иван {p} доставка', 'ООО Пример {p}'],
  typo: ['догвоор', 'колеги из филиала', 'брузер', 'pritner offline', 'accoutning'],
  layout: ['ljujdjh', 'rfccf xtr', 'зкштеук', 'куагтв щквук', 'ltymub pf pfrfp'],
  operators: [
    'from:person{p}',
    'tag:vip договор',
    'status:open деньги',
    'assignee:"Агент 7" касса',
    'team:"Линия 3" -касса',
    'before:2025-06-01 деньги',
    'after:60d счёт',
    'from:анна status:any_open',
  ],
  exact: ['«не печатает чек»', '"offline again"', '"the same result" printer'],
  nothing: ['несуществующее', 'qwxzvk', 'договор несуществующее'],
};

/** Half a word each, as the palette asks while somebody types. */
export const begun = ['догов', 'печат', 'колл', 'prin', 'Анн', 'ghjd'] as const;
