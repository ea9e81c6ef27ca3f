export const workflow = {
  tasks: {
    title: 'Задачи',
    empty: 'Для этой заявки ничего делать не\u00A0нужно.',
    add: 'Добавить задачу',
    text: 'Что нужно сделать',
    assignee: 'Кто',
    nobody: 'Никто',
    due: 'До',
    save: 'Добавить',
    remove: 'Удалить задачу «{{text}}»',
    removed: 'Задача удалена',
    late: 'просрочена',
    checklist: 'Добавить чек-лист',
    left_one: 'осталась {{count}} из\u00A0{{total}}',
    left_few: 'осталось {{count}} из\u00A0{{total}}',
    left_many: 'осталось {{count}} из\u00A0{{total}}',
    left_other: 'осталось {{count}} из\u00A0{{total}}',
  },
  missing: {
    hint: 'Чтобы решить, нужно: {{what}}',
    title: 'Ещё нужно',
    do: 'Сохранить и\u00A0продолжить',
    cancel: 'Не\u00A0сейчас',
    answer: 'Сначала ответьте клиенту: ему ещё никто не\u00A0ответил.',
    organization:
      'Клиент не\u00A0относится ни\u00A0к\u00A0одной организации. Выберите её в\u00A0карточке клиента и\u00A0попробуйте снова.',
    tasks: 'Отметьте сделанное:',
    time: 'Затраченное время, минут',
    choose: 'Выберите',
    yes: 'Да',
    no: 'Нет',
    need: {
      category: 'категория',
      team: 'команда',
      assignee: 'исполнитель',
      organization: 'организация',
      tags: 'теги',
      region: 'регион',
      impact: 'влияние',
      urgency: 'срочность',
      time: 'затраченное время',
      answer: 'ответ клиенту',
      tasks: 'открытые задачи',
    },
  },
};

/** What the history of a ticket says of it. */
export const tickets = {
  event: {
    whole: {
      ticket_own_status_changed: 'статус: {{from}} → {{value}}',
      ticket_task_added: 'задача: {{value}}',
      ticket_task_done: 'задача сделана: {{value}}',
      ticket_task_reopened: 'задача снова не сделана: {{value}}',
      ticket_task_changed: 'задача изменена: {{value}}',
      ticket_task_removed: 'задача удалена: {{value}}',
      ticket_checklist_attached: 'чек-лист: {{value}}',
    },
  },
  reason: {
    checklist: 'положен таким заявкам',
    own_status_removed: 'статус «{{name}}» удалён',
    own_status_remapped: 'статус «{{name}}» теперь значит это',
    workflow_incomplete: '«{{name}}»: не хватает обязательного',
    workflow_step_closed: '«{{name}}»: такого шага нет',
  },
};
