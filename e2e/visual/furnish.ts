import type { Desk, Page } from '../otklik/desk.ts';

type Made = { readonly id: string };
type Ticket = Made & { readonly number: number; readonly requester: Made };
export type Furnished = {
  readonly ticket: string;
  readonly person: string;
  readonly organization: string;
};

const longOnes = [
  'Не приходит счёт',
  'После обновления программы на втором рабочем месте не печатаются фискальные чеки и не открывается смена',
  'Сверхдлинноесловобезединогопробелакотороенигденельзяперенестиногденибудьвсёравнонадо',
  'Invoice 4417',
  'Перенастройка маршрутизации переадресации',
];
const names = [
  'Константин Константинопольский-Рождественский',
  'Ия О',
  'Александра Преображенская',
  'John Featherstonehaugh-Cholmondeley',
  'Отдел материально-технического снабжения',
];

/** What makes a layout sweat: long words, long names, many marks, everything at once. */
export async function furnish(desk: Desk): Promise<Furnished> {
  const team = await desk.call<Made>('POST /teams', {
    name: 'Вторая линия: оборудование и подключение',
    memberIds: [],
  });
  const category = await desk.call<Made>('POST /categories', {
    name: 'Контрольно-кассовая техника и фискальные накопители',
  });
  const organization = await desk.call<Made>('POST /organizations', {
    name: 'Общество с ограниченной ответственностью «Межрегиональная распределительная сетевая компания»',
    domains: ['distribution-network-company.example'],
  });
  await desk.call('POST /templates', {
    name: 'Как перезапустить кассу, если не печатается чек',
    text: { ru: { body: 'Перезапустите кассу.', html: '<p>Перезапустите кассу.</p>' } },
  });
  const { user } = await desk.call<{ user: Made }>('GET /session');
  const tickets: Ticket[] = [];
  for (const [at, subject] of longOnes.entries()) {
    const made = await desk.call<Ticket>('POST /tickets', {
      subject,
      body: 'Здравствуйте!\n\nКасса не печатает чек. https://example.test/очень/длинный/адрес/который/надо/где-то/перенести/иначе/он/выйдет/за/край?параметр=значение\n\nСпасибо.',
      requester: { email: `client${at}@distribution-network-company.example`, name: names[at] },
      priority: ['low', 'normal', 'high', 'urgent', 'normal'][at],
      tags: ['перенастройка', 'второе-рабочее-место', 'срочно', `т${at}`],
    });
    await desk.call(`PATCH /tickets/${made.id}`, {
      teamId: team.id,
      categoryId: category.id,
      ...(at % 2 === 0 && { assigneeId: user.id }),
    });
    tickets.push(made);
  }
  const shown = tickets[1] as Ticket;
  for (const [body, visibility] of [
    ['Проверьте, пожалуйста, подключение фискального накопителя и пришлите номер смены.', 'public'],
    ['Похоже на сбой после обновления 14.2. Спросить у разработчиков.', 'internal'],
  ]) {
    await desk.call(`POST /tickets/${shown.id}/messages`, { body, visibility });
  }
  const { items } = await desk.call<Page<Made & { domains?: string[] }>>('GET /organizations');
  return {
    ticket: String(shown.number),
    person: shown.requester.id,
    organization: items[0]?.id ?? organization.id,
  };
}
