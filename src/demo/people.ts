// The people of the demonstration: who a visitor of the sandbox can be. They are nobody's customers and exist in a sandbox only.

/** `id` is the person's id in orders, and different for every one of them, whatever their role. */
export type DemoPerson = { id: string; role: "buyer" | "seller" | "mediator" | "operator"; name: string; marketplace: string | null; country: string; locale: string };

const buyer = (id: string, name: string, marketplace: string, country: string, locale: string): DemoPerson => ({ id, role: "buyer", name, marketplace, country, locale });
const seller = (id: string, name: string, marketplace: string, country: string, locale: string): DemoPerson => ({ id, role: "seller", name, marketplace, country, locale });
const house = (id: string, role: "mediator" | "operator", name: string, country: string, locale: string): DemoPerson => ({ id, role, name, marketplace: null, country, locale });

export const demoPeople: readonly DemoPerson[] = [
  buyer("demo-anna", "Анна Ковалёва", "aliexpress", "RU", "ru"),
  buyer("demo-jonas", "Jonas Weber", "aliexpress", "DE", "en"),
  seller("demo-greenhouse", "Green House Seeds Store", "aliexpress", "CN", "en"),
  seller("demo-shenzhen-light", "Shenzhen Light Factory", "aliexpress", "CN", "zh"),
  buyer("demo-emma", "Emma Clarke", "amazon", "GB", "en"),
  buyer("demo-carlos", "Carlos Rivera", "amazon", "US", "en"),
  seller("demo-northwind", "Northwind Home", "amazon", "US", "en"),
  seller("demo-papermill", "Paper Mill Books", "amazon", "GB", "en"),
  buyer("demo-li-na", "李娜", "taobao", "CN", "zh"),
  buyer("demo-wang-wei", "王伟", "taobao", "CN", "zh"),
  seller("demo-yunnan-tea", "云南古树茶行", "taobao", "CN", "zh"),
  seller("demo-jingdezhen", "景德镇瓷坊", "taobao", "CN", "zh"),
  house("demo-mia", "mediator", "Mia Lindqvist", "SE", "en"),
  house("demo-chen", "mediator", "陈静", "CN", "zh"),
  house("demo-olga", "operator", "Ольга Смирнова", "RU", "ru"),
  house("demo-omar", "operator", "Omar Haddad", "FR", "en"),
];

/** The demo person with that id, or null. */
export const demoPersonOf = (id: string): DemoPerson | null => demoPeople.find((person) => person.id === id) ?? null;
