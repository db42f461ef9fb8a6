/**
 * Where a limb is looked at: camera without perspective, so that the scale bar holds everywhere; light from the eye.
 * Draws when something changed, not all the time.
 */
import {
  AmbientLight,
  Box3,
  DirectionalLight,
  type Intersection,
  type Object3D,
  OrthographicCamera,
  Quaternion,
  Raycaster,
  Scene,
  Vector2,
  Vector3,
  WebGLRenderer,
} from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import type { Axes } from "./model";

export type View = "anterior" | "posterior" | "medial" | "lateral";

/** Where the eye was, kept over swaps of the page by the name of the viewer. */
const eyes = new Map<string, { offset: Vector3; zoom: number }>();

/** Asked once: each question costs a context, of which a browser has few. */
let software: boolean | undefined;

/** Whether WebGL is computed by the processor. */
function inSoftware(): boolean {
  if (software !== undefined) return software;
  const context = document.createElement("canvas").getContext("webgl2");
  const info = context?.getExtension("WEBGL_debug_renderer_info");
  const name = info ? String(context?.getParameter(info.UNMASKED_RENDERER_WEBGL)) : "";
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  software = /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
  return software;
}

const TURN = Math.PI / 36;

export class Stage {
  readonly scene = new Scene();
  readonly camera = new OrthographicCamera();
  readonly controls: OrbitControls;
  readonly centre = new Vector3();
  readonly up: Vector3;
  private readonly renderer: WebGLRenderer;
  private readonly light = new DirectionalLight(0xffffff, 1.15);
  private readonly rays = new Raycaster();
  private readonly resize: ResizeObserver;
  private radius = 100;
  private tall = 100;
  private pending = 0;
  private framed = false;
  /** Called after each drawing. */
  drawn: () => void = () => undefined;

  /** Throws where there is no WebGL. */
  constructor(
    readonly box: HTMLElement,
    readonly axes: Axes,
    private readonly name: string,
  ) {
    // Without a graphics processor smooth edges cost half a second a picture.
    const slow = inSoftware();
    this.renderer = new WebGLRenderer({ antialias: !slow, alpha: true });
    this.renderer.setPixelRatio(slow ? 1 : Math.min(devicePixelRatio, 2));
    this.up = new Vector3(...axes.proximal).normalize();
    this.camera.up.copy(this.up);
    this.scene.add(new AmbientLight(0xffffff, 2.1), this.camera);
    this.camera.add(this.light, this.light.target);
    this.light.position.set(0.4, 0.7, 1);
    this.light.target.position.set(0, 0, -1);
    box.prepend(this.renderer.domElement);
    this.renderer.domElement.setAttribute("aria-hidden", "true");
    this.controls = new OrbitControls(this.camera, this.renderer.domElement);
    this.controls.enablePan = false;
    this.controls.minZoom = 0.5;
    this.controls.maxZoom = 12;
    this.controls.addEventListener("change", () => this.draw());
    this.resize = new ResizeObserver(() => this.fit());
    this.resize.observe(box);
  }

  get canvas(): HTMLCanvasElement {
    return this.renderer.domElement;
  }

  /** Looks at what is in the scene, from where it was looked at before if it was. */
  frame(objects: Object3D[]): void {
    const bounds = new Box3();
    for (const object of objects) bounds.expandByObject(object);
    if (bounds.isEmpty()) return;
    bounds.getCenter(this.centre);
    const size = bounds.getSize(new Vector3());
    this.radius = size.length() / 2;
    this.tall = Math.abs(size.dot(this.up)) || size.length();
    this.controls.target.copy(this.centre);
    this.framed = true;
    const before = eyes.get(this.name);
    if (before) {
      this.camera.zoom = before.zoom;
      this.camera.position.copy(this.centre).add(before.offset);
      this.fit();
    } else {
      this.fit();
      this.look("anterior");
    }
  }

  direction(view: View): Vector3 {
    const { anterior, lateral } = this.axes;
    const forward = new Vector3(...(view === "anterior" || view === "posterior" ? anterior : lateral)).normalize();
    return view === "posterior" || view === "medial" ? forward.negate() : forward;
  }

  look(view: View): void {
    this.camera.zoom = 1;
    this.camera.position.copy(this.centre).addScaledVector(this.direction(view), this.radius * 4);
    this.settle();
  }

  /** Turns about the limb's length, and over it. */
  turn(sideways: number, over: number): void {
    const offset = this.camera.position.clone().sub(this.centre);
    offset.applyQuaternion(new Quaternion().setFromAxisAngle(this.up, sideways * TURN));
    const right = new Vector3().crossVectors(this.up, offset).normalize();
    const angle = offset.angleTo(this.up);
    const wanted = Math.min(Math.PI - 0.05, Math.max(0.05, angle + over * TURN));
    offset.applyQuaternion(new Quaternion().setFromAxisAngle(right, wanted - angle));
    this.camera.position.copy(this.centre).add(offset);
    this.settle();
  }

  zoom(factor: number): void {
    this.camera.zoom = Math.min(12, Math.max(0.5, this.camera.zoom * factor));
    this.settle();
  }

  private settle(): void {
    this.camera.updateProjectionMatrix();
    this.controls.update();
    this.draw();
  }

  get mmPerPixel(): number {
    return (this.camera.top - this.camera.bottom) / this.camera.zoom / Math.max(1, this.box.clientHeight);
  }

  private fit(): void {
    const { clientWidth: width, clientHeight: height } = this.box;
    if (width === 0 || height === 0) return;
    this.renderer.setSize(width, height, false);
    const half = Math.max(this.tall * 0.62, (this.radius * 1.05 * height) / width / 1.4);
    const wide = (half * width) / height;
    Object.assign(this.camera, { top: half, bottom: -half, left: -wide, right: wide, near: 0, far: this.radius * 8 });
    this.settle();
  }

  draw(): void {
    if (this.pending) return;
    this.pending = requestAnimationFrame(() => {
      this.pending = 0;
      const offset = this.camera.position.clone().sub(this.centre);
      // Before there is a limb to look at, the eye is nowhere.
      if (this.framed) eyes.set(this.name, { offset, zoom: this.camera.zoom });
      this.renderer.render(this.scene, this.camera);
      this.drawn();
    });
  }

  /** Pixels in the box, and how far the place is turned to the eye. */
  project(place: Vector3): { x: number; y: number; depth: number } {
    const at = place.clone().project(this.camera);
    return { x: ((at.x + 1) / 2) * this.box.clientWidth, y: ((1 - at.y) / 2) * this.box.clientHeight, depth: at.z };
  }

  /** What is hit below a point of the window; the middle without one. */
  hit(objects: Object3D[], point?: { clientX: number; clientY: number }): Intersection | undefined {
    const at = new Vector2(0, 0);
    if (point) {
      const { left, top, width, height } = this.box.getBoundingClientRect();
      at.set(((point.clientX - left) / width) * 2 - 1, 1 - ((point.clientY - top) / height) * 2);
    }
    this.rays.setFromCamera(at, this.camera);
    return this.rays.intersectObjects(objects, false)[0];
  }

  /** Whether the place is behind something of these. */
  behind(place: Vector3, objects: Object3D[]): boolean {
    const back = this.camera.getWorldDirection(new Vector3()).negate();
    this.rays.set(place.clone().addScaledVector(back, 0.8), back);
    return this.rays.intersectObjects(objects, false).length > 0;
  }

  end(): void {
    cancelAnimationFrame(this.pending);
    this.resize.disconnect();
    this.controls.dispose();
    this.renderer.dispose();
    // A browser has few contexts to give.
    this.renderer.forceContextLoss();
    this.renderer.domElement.remove();
  }
}
