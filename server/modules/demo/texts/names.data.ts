import type { NameWords } from './text-shapes.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

export const namesRu: NameWords = {
  men: words(`Александр Алексей Андрей Антон Борис Вадим Валерий Василий Виктор Виталий Владимир Геннадий Глеб Григорий
    Данил Дмитрий Евгений Егор Иван Ильдар Илья Константин Максим Марат Михаил Никита Николай Олег Пётр Роман Семён
    Сергей Степан Фёдор Юрий Ярослав`),
  women:
    words(`Алина Алла Анастасия Анна Валентина Валерия Вера Виктория Галина Дарья Диана Евгения Екатерина Елена
    Жанна Зоя Инна Ирина Карина Кристина Ксения Лариса Лидия Любовь Людмила Маргарита Мария Наталья Нина Оксана Ольга
    Полина Раиса Татьяна Юлия Яна`),
  surnames:
    words(`Абрамов/Абрамова Агеев/Агеева Баранов/Баранова Беляков/Белякова Богданов/Богданова Бондаренко
    Васнецов/Васнецова Воронин/Воронина Гаврилов/Гаврилова Голубев/Голубева Гусев/Гусева Демидов/Демидова Дьячук
    Ершов/Ершова Жданов/Жданова Журавский/Журавская Зайцев/Зайцева Зимин/Зимина Ибрагимов/Ибрагимова Калашников/Калашникова
    Карпенко Киселёв/Киселёва Ковальчук Колесников/Колесникова Котов/Котова Круглов/Круглова Лазарев/Лазарева
    Ларин/Ларина Макаров/Макарова Мартынов/Мартынова Мельников/Мельникова Мирзоян Назаров/Назарова Некрасов/Некрасова
    Обухов/Обухова Панов/Панова Пестов/Пестова Поляков/Полякова Прохоренко Родионов/Родионова Рыжов/Рыжова
    Савельев/Савельева Селезнёв/Селезнёва Симонов/Симонова Соболев/Соболева Сорокин/Сорокина Тарасов/Тарасова
    Титов/Титова Тихонов/Тихонова Третьяк Уваров/Уварова Фадеев/Фадеева Филин/Филина Харитонов/Харитонова Цветков/Цветкова
    Черных Шаповал Шилов/Шилова Щукин/Щукина Юдин/Юдина Яковлев/Яковлева`),
};

export const namesEn: NameWords = {
  men: words(`Adam Adrian Alan Andrew Arthur Callum Charles Colin Daniel David Edward Frank George Graham Harry Henry
    Hugh Ian Jack James Kevin Leo Liam Martin Max Nathan Neil Oliver Oscar Patrick Peter Ralph Simon Stuart Theo Victor`),
  women:
    words(`Abigail Alice Amelia Amy Audrey Beatrice Bethany Charlotte Chloe Claire Diana Eleanor Emily Fiona Georgia
    Hannah Helen Holly Imogen Isabel Jane Joanna Judith Kate Laura Lucy Martha Megan Nora Phoebe Rachel Rose Ruth Sarah
    Stella Violet`),
  surnames:
    words(`Abbott Allen Archer Atkins Bailey Barker Barnes Bennett Bishop Blake Bowen Bradley Brooks Burton Byrne
    Carr Carter Chapman Cooper Crawford Dawson Dixon Doyle Elliott Ellis Farrell Fletcher Foster Fox Freeman Gibson
    Goodwin Grant Greene Harper Hawkins Higgins Holt Hudson Hunt Jennings Kemp Knight Lambert Lawson Lowe Mason Miller
    Morton Nash Norris Oakley Parsons Payne Porter Quinn Reid Rowe Sharp Slater Stone Sutton Thorpe Tucker Walsh Webb
    Weston Wilkins Yates`),
};
