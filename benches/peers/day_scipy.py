"""The peer of `cargo bench -p twin`: the same equations of one day, integrated by SciPy's LSODA.

Reads the network's constants and the day's regimes as JSON on standard input, writes the end state and the time it
took as JSON. The equations are those of the model pages in crates/physics/src, term by term.
"""

import json
import math
import sys
import time

from scipy.integrate import solve_ivp

GRAVITY = 9.80665
STANCE_POINTS, SWING_POINTS = 28, 10
DRY = 0.02
# The states, in the order of crates/physics/src/state.rs.
AIR, BLOOD, INTERSTITIAL, DISPLACED, PORE, PROTEIN, MUSCLE, FLOW = range(8)
ABSOLUTE = [1e-4, 1e-9, 1e-9, 1e-9, 1e-9, 1e-5, 1e-9, 1e-4]


def fejer(node, n):
    """Weight and place of one of n nodes on 0 ... 1 by Fejer's first rule."""
    theta = (node + 0.5) * math.pi / n
    waves = sum(math.cos(2 * k * theta) / (4 * k * k - 1) for k in range(1, n // 2 + 1))
    return (1.0 - 2.0 * waves) / n, 0.5 * (1.0 - math.cos(theta))


FEJER = [fejer(i, STANCE_POINTS) for i in range(STANCE_POINTS)]


def normal(z):
    """Standard normal density and distribution."""
    return math.exp(-0.5 * z * z) / math.sqrt(2 * math.pi), 0.5 * math.erfc(-z / math.sqrt(2))


class Network:
    def __init__(self, constants):
        self.n = constants

    def open_gap(self, x):
        sigma = self.n["contact"]["spread"]
        density, distribution = normal(x / sigma)
        return sigma * (density + x / sigma * distribution), distribution

    def open_over_bone(self, x):
        range_ = self.n["contact"]["bone_range"]
        share = min(max(0.5 * (x + range_) / range_, 0.0), 1.0)
        return share * share * range_ + max(x - range_, 0.0), share

    def squeeze(self, gap):
        stretch = self.n["liner_stretch"] - (gap - self.n["fit_gap"])
        return self.n["contact"]["liner"] * max(stretch, 0.0)

    def resolve(self, gap, outward):
        """Preload, tissue suction and share in contact."""
        c = self.n["contact"]
        x = gap - outward / (c["liner"] + c["tissue"])
        (wide, _), (left, open_share) = self.open_gap(gap), self.open_gap(x)
        soft = c["contact"] * (wide - gap), c["tissue"] * (wide - left), 1.0 - open_share
        share, thin = c["bone_share"], c["bone_thinness"]
        tissue = share * thin / (1.0 - share + share * thin)
        gap = c["bone_offset"] + thin * gap
        x = gap - outward / (c["liner"] + c["tissue"] / thin)
        (wide, _), (left, open_share) = self.open_over_bone(gap), self.open_over_bone(x)
        bone = c["contact"] * (wide - gap), c["tissue"] / thin * (wide - left), 1.0 - open_share
        return tuple(
            (1.0 - part) * beside + part * over for part, beside, over in zip((tissue, tissue, share), soft, bone)
        )

    def air_volume(self, gap, vacuum):
        a, c, ambient = self.n["air"], self.n["contact"], self.n["ambient"]
        vacuum = max(vacuum, 0.0)
        outward = vacuum - self.squeeze(gap)
        over = c["bone_offset"] + c["bone_thinness"] * gap
        places = (
            (1.0 - c["bone_share"], self.open_gap, gap, c["liner"] + c["tissue"]),
            (c["bone_share"], self.open_over_bone, over, c["liner"] + c["tissue"] / c["bone_thinness"]),
        )
        left, yields = 0.0, 0.0
        for share, law, here, springs in places:
            wide, open_share = law(here - outward / springs)
            left += share * wide
            yields += share * open_share / springs
        fold = a["fold"] * math.exp(-a["fold_compliance"] * vacuum / a["fold"])
        textile = a["textile"] * (1.0 - a["textile_compression"] * vacuum / ambient)
        slope = (
            -c["area"] * yields
            - a["fold_compliance"] / a["fold"] * fold
            - a["textile"] * a["textile_compression"] / ambient
        )
        return a["line"] + textile + fold + c["area"] * left, slope

    def pressure(self, gap, air):
        a, ambient = self.n["air"], self.n["ambient"]
        air = max(air, 1e-9)
        low, high = 0.0, air / (a["line"] + 1e-7) + ambient
        p = min(air / (a["line"] + a["textile"]), ambient)
        volume = 0.0
        for _ in range(60):
            volume, slope = self.air_volume(gap, ambient - p)
            miss = p * volume - air
            if abs(miss) <= 1e-12 * ambient * volume:
                break
            if miss > 0:
                high = p
            else:
                low = p
            step = p - miss / (volume - p * (slope if p < ambient else 0.0))
            step = step if low < step < high else 0.5 * (low + high)
            if abs(step - p) < 1e-9 * ambient:
                p = step
                break
            p = step
        return (ambient, air / ambient) if p > ambient else (p, volume)

    def change(self, y):
        """Change of the limb's volume since rest."""
        return y[BLOOD] - self.n["blood"]["pool"] + y[INTERSTITIAL] + y[DISPLACED] + y[PORE] + y[MUSCLE]

    def gap(self, y):
        return self.n["fit_gap"] - self.change(y) / self.n["contact"]["area"]

    def node_rates(self, y, p, drive, lymph_factor):
        """Under one pressure: rates of blood, interstitial fluid and protein, and what pore water tends to."""
        f, b, q = self.n["fluid"], self.n["blood"], self.n["pore"]
        strain = y[INTERSTITIAL] / f["volume"]
        water = max(1.0 + strain / f["mobile"], DRY)
        concentration = y[PROTEIN] / water
        if strain < 0:
            share = 1.0 + strain / f["mobile"]
            elastic = f["dry"] * f["mobile"] * (math.log(max(share, DRY)) - max(DRY - share, 0.0) / DRY**2)
        else:
            elastic = f["wet"] * strain
        inside = p + elastic
        through = f["permeability_pressure"]
        potential = -through * math.expm1(-inside / through) if inside > 0 else f["inflow_part"] * inside
        conductance = f["permeability"] * water ** f["permeability_exponent"] * f["soft_section"] / (f["length"] / 3)
        along = -conductance * potential
        open_share = 1.0 / (1.0 + (max(p, 0.0) / f["closing"]) ** 2)
        oncotic = f["reflection"] * f["oncotic"] * (concentration - 1.0)
        across = f["filtration"] * open_share * (f["lymph"] / f["filtration"] + drive - inside + oncotic)
        lymph = f["lymph"] * lymph_factor * water
        carried = concentration * along if along < 0 else along
        protein_rate = (carried + f["lymph"] - concentration * lymph) / (f["mobile"] * f["volume"])
        if p > 0:
            target = b["pool"] * math.exp(-p / b["venous"])
        else:
            target = b["pool"] * (1.0 + b["distension"] * (1.0 - math.exp(p / b["venous"])))
        short = target - y[BLOOD]
        if short > 0:
            inflow = y[FLOW] * b["inflow"]
            blood_rate = -inflow * math.expm1(-short / (b["empty"] * inflow))
        else:
            blood_rate = short / b["empty"]
        pore_target = q["most"] * math.expm1(-p / q["pressure"]) if p > 0 else 0.0
        return blood_rate, along + across - lymph, protein_rate, pore_target

    def displaced_target(self, standing, load):
        """What a standing pressure and the cycle mean of a load displace in the end."""
        d = self.n["displaced"]
        p = standing + d["load_part"] * load
        if p > 0:
            return d["most"] * math.expm1(-p / d["pressure"])
        return -d["drawn"] * d["most"] * math.expm1(p / d["drawn_pressure"])

    def limb_rates(self, y, means, displaced_target, flow, exercise):
        """Rates of the limb's seven states, in their order."""
        blood, interstitial, protein, pore_target = means
        n = self.n
        return (
            blood,
            interstitial,
            (displaced_target - y[DISPLACED]) / n["displaced"]["time"],
            (pore_target - y[PORE]) / n["pore"]["time"],
            protein,
            (n["muscle"]["most"] * exercise - y[MUSCLE]) / n["muscle"]["time"],
            (flow - y[FLOW]) / n["blood"]["flow_time"],
        )

    def loaded(self, gap, rest, force):
        c, section = self.n["contact"], self.n["air"]["section"]
        sunk = self.open_gap(gap)[0] * c["area"] / section
        soft = max(self.n["load_share"] * force - self.n["bone_support"] * sunk, 0.0)
        return rest[0] - rest[1] + soft / section

    def pulled(self, gap, vacuum, share, pull):
        s, c, section = self.n["suspension"], self.n["contact"], self.n["air"]["section"]
        hold = min(vacuum * section / max(pull, 1e-9), 1.0)
        carried = s["unclamped"] + (1.0 - s["unclamped"]) * share
        stretch = pull * s["depth"] / (s["shear_modulus"] * c["area"] * carried)
        outward = max(vacuum, pull / section) - self.squeeze(gap)
        contact = self.resolve(gap + hold * stretch * self.n["taper"], outward)
        return contact[0] - contact[1]

    def shape(self, speed):
        g = self.n["gait"]
        ratio = min((speed / g["reference_speed"]) ** 2, 2.5)
        return 1.0 - (1.0 - g["midstance_load"]) * ratio, g["peak_modulation"] * ratio

    def stance_force(self, s, speed):
        d, b = self.shape(speed)
        weight = self.n["gait"]["body_mass"] * GRAVITY
        return weight * max((d + b) * math.sin(math.pi * s) + b * math.sin(3 * math.pi * s), 0.0)

    def peak_force(self, speed):
        d, b = self.shape(speed)
        cos2 = (8 * b - d) / (12 * b)
        s = math.acos(math.sqrt(min(cos2, 1.0))) / math.pi if b > 0 and cos2 > 0 else 0.5
        return self.stance_force(s, speed)

    def swing_pull(self, s, cadence):
        g = self.n["gait"]
        rate = g["swing_rate"] * cadence / g["reference_cadence"]
        return g["prosthesis_mass"] * (GRAVITY + g["prosthesis_arm"] * rate**2 * math.sin(math.pi * s) ** 2)

    def leak(self, p):
        ambient = self.n["ambient"]
        return 0.0 if p >= ambient else self.n["leak"]["seal"] * (ambient**2 - p**2) / (2 * ambient)

    def removal(self, gap, p, volume, speed, stride):
        pump, ambient = self.n["pump"], self.n["ambient"]
        x_c = min(self.peak_force(speed) / pump["stiffness"], pump["stop"])
        yielding = volume - p * (self.air_volume(gap, ambient - p)[1] if p < ambient else 0.0)
        met = min(p + 0.5 / pump["chambers"] * self.leak(p) * stride / yielding, ambient)
        x_r = min(max(ambient - met, 0.0) * pump["area"] / pump["stiffness"], x_c)
        v_min = pump["dead"] + pump["area"] * (pump["stop"] - x_c)
        v_max = v_min + pump["travel"] * pump["area"] * (x_c - x_r)
        limit = min((ambient + pump["crack"]) * v_min / v_max, ambient)
        x = pump["chambers"] * math.log1p(v_max / yielding)
        saw = self.leak(p) * (0.5 * x / math.tanh(0.5 * x) - 1.0)
        return max((p - limit) * yielding * x / stride - saw, 0.0)

    def still(self, y, kind):
        gap = self.gap(y)
        p_air, _ = self.pressure(gap, y[AIR])
        vacuum = max(self.n["ambient"] - p_air, 0.0)
        rest = self.resolve(gap, vacuum - self.squeeze(gap))
        standing = rest[0] - rest[1]
        p = self.loaded(gap, rest, 0.5 * self.n["gait"]["body_mass"] * GRAVITY) if kind == "stand" else standing
        means = self.node_rates(y, p, self.n["posture"][kind], 1.0)
        target = self.displaced_target(standing, p - standing)
        return (self.leak(p_air), *self.limb_rates(y, means, target, 1.0, 0.0))

    def cycle(self, gap, vacuum, rest, cadence, speed):
        """Pressures of a gait cycle: share, what stands, what the load adds."""
        stance, base = self.n["gait"]["stance_fraction"], rest[0] - rest[1]
        for i in range(STANCE_POINTS):
            share, s = FEJER[i]
            yield stance * share, base, self.loaded(gap, rest, self.stance_force(s, speed)) - base
        for i in range(SWING_POINTS):
            pull = self.swing_pull((i + 0.5) / SWING_POINTS, cadence)
            yield (1.0 - stance) / SWING_POINTS, self.pulled(gap, vacuum, rest[2], pull), 0.0

    def walking(self, y, cadence, speed):
        posture = self.n["posture"]
        gap = self.gap(y)
        p_air, volume = self.pressure(gap, y[AIR])
        vacuum = max(self.n["ambient"] - p_air, 0.0)
        rest = self.resolve(gap, vacuum - self.squeeze(gap))
        total, standing, loads = [0.0, 0.0, 0.0, 0.0], 0.0, 0.0
        for share, stands, load in self.cycle(gap, vacuum, rest, cadence, speed):
            standing += share * stands
            loads += share * load
            for k, rate in enumerate(self.node_rates(y, stands + load, posture["walk"], posture["lymph"])):
                total[k] += share * rate
        air = self.leak(p_air) - self.removal(gap, p_air, volume, speed, 120.0 / cadence)
        target = self.displaced_target(standing, loads)
        return (air, *self.limb_rates(y, total, target, posture["flow"], 1.0))

    def within_stride(self, t, y, segment, displaced):
        """Walking, resolved within the stride: the load of this instant, not its mean over the cycle. What displaces
        tissue is that mean by its own law; it is worked out once a stride and kept in `displaced`."""
        posture, stance = self.n["posture"], self.n["gait"]["stance_fraction"]
        stride = 120.0 / segment["cadence"]
        index, phase = divmod(t / stride, 1.0)
        gap = self.gap(y)
        p_air, volume = self.pressure(gap, y[AIR])
        vacuum = max(self.n["ambient"] - p_air, 0.0)
        rest = self.resolve(gap, vacuum - self.squeeze(gap))
        if displaced.get("stride") != index:
            cycle = list(self.cycle(gap, vacuum, rest, segment["cadence"], segment["speed"]))
            standing, loads = (sum(part[0] * part[k] for part in cycle) for k in (1, 2))
            displaced.update(stride=index, target=self.displaced_target(standing, loads))
        if phase < stance:
            p = self.loaded(gap, rest, self.stance_force(phase / stance, segment["speed"]))
        else:
            pull = self.swing_pull((phase - stance) / (1.0 - stance), segment["cadence"])
            p = self.pulled(gap, vacuum, rest[2], pull)
        air = self.leak(p_air) - self.removal(gap, p_air, volume, segment["speed"], stride)
        means = self.node_rates(y, p, posture["walk"], posture["lymph"])
        return (air, *self.limb_rates(y, means, displaced["target"], posture["flow"], 1.0))

    def rates(self, y, segment):
        if segment["do"] != "walk":
            return self.still(y, segment["do"])
        walking = self.walking(y, segment["cadence"], segment["speed"])
        if segment["duty"] >= 1.0:
            return walking
        standing = self.still(y, "stand")
        return [segment["duty"] * a + (1.0 - segment["duty"]) * b for a, b in zip(walking, standing)]


def integrate(rates, y, seconds, max_step):
    solution = solve_ivp(
        rates, (0.0, seconds), y, method="LSODA", rtol=1e-5, atol=ABSOLUTE, max_step=max_step
    )
    return solution.y[:, -1]


def cycle_means(network, segments, y):
    """The day with every walk as the mean over its gait cycle."""
    for segment in segments:
        y = integrate(lambda _, y, segment=segment: network.rates(y, segment), y, segment["seconds"], 600.0)
    return y


def every_stride(network, segments, y):
    """The day with every stride resolved; a walk that takes a share of its time walks that share of each minute."""
    for segment in segments:
        still = {"do": "stand" if segment["do"] == "walk" else segment["do"]}
        if segment["do"] != "walk":
            y = integrate(lambda _, y, still=still: network.rates(y, still), y, segment["seconds"], 600.0)
            continue
        stride = 120.0 / segment["cadence"]
        for _ in range(round(segment["seconds"] / 60.0)):
            walked = 60.0 * min(segment["duty"], 1.0)
            displaced = {}
            y = integrate(
                lambda t, y, segment=segment, displaced=displaced: network.within_stride(t, y, segment, displaced),
                y,
                walked,
                stride / 20.0,
            )
            if walked < 60.0:
                y = integrate(lambda _, y, still=still: network.rates(y, still), y, 60.0 - walked, 60.0)
    return y


def main():
    problem = json.load(sys.stdin)
    network = Network(problem["network"])
    start = [0.0, problem["network"]["blood"]["pool"], 0.0, 0.0, 0.0, 1.0, 0.0, 1.0]
    start[0] = problem["network"]["ambient"] * network.air_volume(network.gap(start), 0.0)[0]
    answers = {}
    for name, solve in [("cycle_means", cycle_means), ("every_stride", every_stride)]:
        begun = time.perf_counter()
        y = solve(network, problem["segments"], start)
        seconds = time.perf_counter() - begun
        answers[name] = {"seconds": seconds, "air": y[AIR], "interstitial": y[INTERSTITIAL], "volume": network.change(y)}
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
