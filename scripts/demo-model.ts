// Makes the demonstration's 3D model, a steel bottle with a cap, as a binary glTF: outlines turned about the upright axis. Run by hand;
// what it makes is committed beside the pages.
import { writeFile } from "node:fs/promises";

const SEGMENTS = 40;
const FLOAT_BYTES = 4;
/** Radius and height in metres, from the bottom to the top. */
const body: [number, number][] = [[0, 0], [0.034, 0], [0.0365, 0.003], [0.0365, 0.16], [0.035, 0.178], [0.03, 0.192], [0.0235, 0.202], [0.0215, 0.207], [0.0215, 0.212]];
const cap: [number, number][] = [[0.0255, 0.211], [0.0265, 0.213], [0.0265, 0.245], [0.025, 0.249], [0.02, 0.251], [0, 0.251]];

type Mesh = { positions: Float32Array; normals: Float32Array; indices: Uint16Array };

/** The surface that the outline makes when it is turned. Each stretch has corners of its own, so that edges stay sharp where they are. */
function turned(outline: readonly [number, number][]): Mesh {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (const [at, [radius, height]] of outline.slice(0, -1).entries()) {
    const [nextRadius, nextHeight] = outline[at + 1]!;
    const length = Math.hypot(nextRadius - radius, nextHeight - height);
    const [outward, upward] = [(nextHeight - height) / length, (radius - nextRadius) / length];
    const first = positions.length / 3;
    for (let segment = 0; segment <= SEGMENTS; segment += 1) {
      const angle = (segment / SEGMENTS) * 2 * Math.PI;
      const [x, z] = [Math.cos(angle), Math.sin(angle)];
      positions.push(radius * x, height, radius * z, nextRadius * x, nextHeight, nextRadius * z);
      normals.push(outward * x, upward, outward * z, outward * x, upward, outward * z);
    }
    for (let segment = 0; segment < SEGMENTS; segment += 1) {
      const corner = first + segment * 2;
      indices.push(corner, corner + 1, corner + 2, corner + 1, corner + 3, corner + 2);
    }
  }
  return { positions: Float32Array.from(positions), normals: Float32Array.from(normals), indices: Uint16Array.from(indices) };
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Uint16Array): Buffer {
  const own = Buffer.from(buffer, byteOffset, byteLength);
  return Buffer.concat([own, Buffer.alloc((FLOAT_BYTES - (byteLength % FLOAT_BYTES)) % FLOAT_BYTES)]);
}

/** A binary glTF of meshes with their materials. */
function glb(parts: readonly { mesh: Mesh; material: object }[]): Buffer {
  const arrays = parts.flatMap(({ mesh }) => [mesh.positions, mesh.normals, mesh.indices]);
  let byteOffset = 0;
  const bufferViews = arrays.map((array) => {
    const view = { buffer: 0, byteOffset, byteLength: array.byteLength, target: array instanceof Float32Array ? 34_962 : 34_963 };
    byteOffset += bytesOf(array).length;
    return view;
  });
  const rangeOf = (positions: Float32Array, range: (...values: number[]) => number): number[] => [0, 1, 2].map((axis) => range(...positions.filter((_, index) => index % 3 === axis)));
  const accessors = parts.flatMap(({ mesh: { positions, normals, indices } }, part) => [
    { bufferView: part * 3, componentType: 5126, count: positions.length / 3, type: "VEC3", min: rangeOf(positions, Math.min), max: rangeOf(positions, Math.max) },
    { bufferView: part * 3 + 1, componentType: 5126, count: normals.length / 3, type: "VEC3" },
    { bufferView: part * 3 + 2, componentType: 5123, count: indices.length, type: "SCALAR" },
  ]);
  const scene = {
    asset: { version: "2.0" }, scene: 0, scenes: [{ nodes: [0] }], nodes: [{ mesh: 0 }],
    meshes: [{ primitives: parts.map((_, part) => ({ attributes: { POSITION: part * 3, NORMAL: part * 3 + 1 }, indices: part * 3 + 2, material: part })) }],
    materials: parts.map(({ material }) => material), accessors, bufferViews, buffers: [{ byteLength: byteOffset }],
  };
  const text = Buffer.from(JSON.stringify(scene));
  const json = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, " ")]);
  const bytes = Buffer.concat(arrays.map(bytesOf));
  const chunk = (type: string, content: Buffer): Buffer => Buffer.concat([number(content.length), Buffer.from(type, "latin1"), content]);
  const chunks = Buffer.concat([chunk("JSON", json), chunk("BIN\0", bytes)]);
  return Buffer.concat([Buffer.from("glTF"), number(2), number(chunks.length + 12), chunks]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const steel = { name: "steel", pbrMetallicRoughness: { baseColorFactor: [0.72, 0.75, 0.76, 1], metallicFactor: 0.9, roughnessFactor: 0.36 }, doubleSided: true };
const lacquer = { name: "lacquer", pbrMetallicRoughness: { baseColorFactor: [0.03, 0.17, 0.15, 1], metallicFactor: 0, roughnessFactor: 0.5 }, doubleSided: true };
await writeFile(new URL("../src/web/public/models/bottle.glb", import.meta.url), glb([{ mesh: turned(body), material: steel }, { mesh: turned(cap), material: lacquer }]));
