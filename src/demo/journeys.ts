// Where a parcel of the demonstration is scanned on its way, by the buyer's country: the carrier gives positions, so that a page can
// draw them.

export type Halt = { status: "accepted" | "inTransit"; place: string; country: string; position: { latitude: number; longitude: number } };

const halt = (status: Halt["status"], place: string, country: string, latitude: number, longitude: number): Halt => ({ status, place, country, position: { latitude, longitude } });

export const journeys: Record<string, readonly Halt[]> = {
  RU: [halt("accepted", "深圳", "CN", 22.54, 114.06), halt("inTransit", "乌鲁木齐", "CN", 43.83, 87.62), halt("inTransit", "Екатеринбург", "RU", 56.84, 60.6)],
  DE: [halt("accepted", "深圳", "CN", 22.54, 114.06), halt("inTransit", "Hong Kong", "HK", 22.31, 113.92), halt("inTransit", "Leipzig", "DE", 51.42, 12.24)],
  GB: [halt("accepted", "Edinburgh", "GB", 55.95, -3.19), halt("inTransit", "Manchester", "GB", 53.48, -2.24), halt("inTransit", "Coventry", "GB", 52.41, -1.51)],
  US: [halt("accepted", "Portland, OR", "US", 45.52, -122.68), halt("inTransit", "Salt Lake City, UT", "US", 40.76, -111.89), halt("inTransit", "Denver, CO", "US", 39.74, -104.99)],
  CN: [halt("accepted", "昆明", "CN", 25.04, 102.71), halt("inTransit", "长沙", "CN", 28.23, 112.94), halt("inTransit", "上海", "CN", 31.23, 121.47)],
};
