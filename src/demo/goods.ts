// What is sold in the demonstration: titles as a visitor of each marketplace would see them. A story's amounts are small; `times`
// makes them what such goods cost, all of an order's alike, so that what the story says still adds up.

/** `model3dUrl` is of the first line: a path of the pages themselves. */
export type Goods = { title: string; also: string; times: number; model3dUrl?: string };

const goods = (title: string, also: string, times: number): Goods => ({ title, also, times });

export const goodsOf: Record<string, readonly Goods[]> = {
  aliexpress: [
    goods("Opuntia cactus seeds, 100 pcs, mixed colours", "Terracotta pot 8 cm", 1), goods("LED desk lamp with wireless charger, 3 colour temperatures", "Spare USB-C cable 2 m", 5),
    goods("Набор отвёрток с магнитными битами, 115 в 1", "Коврик для пайки, силикон", 4), goods("Noise-cancelling Bluetooth earbuds, IPX5", "Silicone case, black", 6),
    goods("Phalaenopsis orchid seedlings, 5 pcs", "Moss substrate 500 g", 2), goods("Рюкзак городской водонепроницаемый, 20 л", "Дождевой чехол", 5),
    goods("Mechanical keyboard 75 %, hot-swap, brown switches", "Keycap puller", 9), goods("Solar string lights, 20 m, warm white", "Garden stake", 3),
  ],
  amazon: [
    { ...goods("Stainless steel water bottle, 1 litre, insulated", "Sports cap", 4), model3dUrl: "/models/bottle.glb" }, goods("Cotton bed linen set, king size, sage", "Pillow case, sage", 10),
    goods("The Garden Year: a gardener's almanac, hardback", "Bookmark, brass", 3), goods("Cast iron frying pan, 28 cm, pre-seasoned", "Pan scraper", 7),
    goods("Running shoes, men, size 10, grey", "Laces, 120 cm", 14), goods("Kettle with temperature control, 1.7 litres", "Descaler, 250 ml", 9), goods("Fountain pen, fine nib, with converter", "Ink, blue-black, 50 ml", 5),
  ],
  taobao: [
    goods("云南古树普洱茶 熟茶饼 357g", "紫砂小茶杯", 2), goods("景德镇手绘青花瓷盖碗 三才碗", "竹制茶夹", 3), goods("纯棉四件套 1.8米床 简约条纹", "枕套 一对", 6), goods("便携式咖啡手冲壶套装", "滤纸 100片", 4),
    goods("无线蓝牙音箱 户外防水", "充电线", 5), goods("龙井绿茶 明前特级 250g", "茶叶罐 马口铁", 3),
  ],
};
