/** A surface coloured by a number at each vertex: ramp, lines of equal value, hatching below zero. */
import {
  BufferAttribute,
  type BufferGeometry,
  DataTexture,
  DoubleSide,
  LinearFilter,
  Mesh,
  MeshLambertMaterial,
  SRGBColorSpace,
} from "three";
import { bytes } from "../pure/ramp";

export interface Range {
  low: number;
  high: number;
  diverging: boolean;
  /** Between two lines of equal value; none if 0. */
  step: number;
}

const PLAIN = 0xd9cfc4;

const VERTEX = {
  head: "attribute float shown;\nvarying float vShown;\n",
  body: "vShown = shown;",
};

const FRAGMENT = {
  head: "uniform sampler2D ramp;\nuniform float low;\nuniform float high;\nuniform float step_;\nuniform float hatched;\nvarying float vShown;\n",
  body: `
    float share = clamp((vShown - low) / (high - low), 0.0, 1.0);
    vec3 shownColour = texture2D(ramp, vec2((share * 255.0 + 0.5) / 256.0, 0.5)).rgb;
    float slope = fwidth(vShown);
    if (step_ > 0.0 && slope > 1e-9) {
      float toLine = abs(fract(vShown / step_ + 0.5) - 0.5) * step_ / slope;
      shownColour *= mix(0.72, 1.0, smoothstep(0.4, 1.2, toLine));
    }
    // Fades in, so that noise around zero is not hatched.
    float below = hatched * smoothstep(0.05, 0.10, -vShown / (high - low));
    float stripe = step(5.0, mod(gl_FragCoord.x + gl_FragCoord.y, 7.0));
    shownColour *= 1.0 - 0.22 * below * stripe;
    diffuseColor.rgb = shownColour;`,
};

export class Surface {
  readonly mesh: Mesh;
  private readonly uniforms;
  private values: Float32Array | undefined;

  constructor(readonly geometry: BufferGeometry, range: Range | undefined, values: ArrayLike<number> | undefined) {
    const material = new MeshLambertMaterial({ color: values ? 0xffffff : PLAIN, side: DoubleSide });
    const texture = new DataTexture(bytes(range?.diverging ?? false), 256, 1);
    texture.colorSpace = SRGBColorSpace;
    texture.minFilter = texture.magFilter = LinearFilter;
    texture.needsUpdate = true;
    this.uniforms = {
      ramp: { value: texture },
      low: { value: range?.low ?? 0 },
      high: { value: range?.high ?? 1 },
      step_: { value: range?.step ?? 0 },
      hatched: { value: range?.diverging ? 1 : 0 },
    };
    if (values) {
      this.values = Float32Array.from(values);
      geometry.setAttribute("shown", new BufferAttribute(this.values, 1));
      material.onBeforeCompile = (shader) => {
        Object.assign(shader.uniforms, this.uniforms);
        shader.vertexShader = VERTEX.head + shader.vertexShader.replace("#include <begin_vertex>", `#include <begin_vertex>\n${VERTEX.body}`);
        shader.fragmentShader = FRAGMENT.head + shader.fragmentShader.replace("#include <color_fragment>", `#include <color_fragment>\n${FRAGMENT.body}`);
      };
    }
    this.mesh = new Mesh(geometry, material);
  }

  get coloured(): boolean {
    return this.values !== undefined;
  }

  /** Other numbers on the same surface. */
  show(value: (vertex: number) => number): void {
    if (!this.values) return;
    for (let vertex = 0; vertex < this.values.length; vertex += 1) this.values[vertex] = value(vertex);
    this.geometry.getAttribute("shown").needsUpdate = true;
  }

  range({ low, high }: { low: number; high: number }): void {
    this.uniforms.low.value = low;
    this.uniforms.high.value = high;
  }

  at(vertex: number): number | undefined {
    return this.values?.[vertex];
  }

  end(): void {
    this.uniforms.ramp.value.dispose();
    this.geometry.dispose();
    (this.mesh.material as MeshLambertMaterial).dispose();
  }
}
