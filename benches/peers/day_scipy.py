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
DRY, ALIKE = 0.02, 0.01


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

    def squeeze(self, gap):
        stretch = self.n["liner_stretch"] - (gap - self.n["fit_gap"])
        return self.n["contact"]["liner"] * max(stretch, 0.0)

    def resolve(self, gap, outward):
        """Preload, tissue suction and share in contact."""
        c = self.n["contact"]
        x = gap - outward / (c["liner"] + c["tissue"])
        (wide, _), (left, open_share) = self.open_gap(gap), self.open_gap(x)
        return c["contact"] * (wide - gap), c["tissue"] * (wide - left), 1.0 - open_share

    def air_volume(self, gap, vacuum):
        a, c, ambient = self.n["air"], self.n["contact"], self.n["ambient"]
        vacuum = max(vacuum, 0.0)
        left, open_share = self.open_gap(gap - (vacuum - self.squeeze(gap)) / (c["liner"] + c["tissue"]))
        fold = a["fold"] * math.exp(-a["fold_compliance"] * vacuum / a["fold"])
        textile = a["textile"] * (1.0 - a["textile_compression"] * vacuum / ambient)
        slope = (
            -c["area"] * open_share / (c["liner"] + c["tissue"])
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

    def gap(self, y):
        f = self.n["fluid"]
        return self.n["fit_gap"] - (y[1] - f["blood_pool"] + y[2]) / self.n["contact"]["area"]

    def fluid_rates(self, y, p, drive, lymph_factor, flow):
        f = self.n["fluid"]
        _, blood, interstitial, protein = y
        strain = interstitial / f["volume"]
        water = max(1.0 + strain / f["mobile"], DRY)
        concentration = protein / water
        if strain < 0:
            share = 1.0 + strain / f["mobile"]
            elastic = f["dry"] * f["mobile"] * (math.log(max(share, DRY)) - max(DRY - share, 0.0) / DRY**2)
        else:
            elastic = f["wet"] * strain
        inside = p + elastic
        through = f["permeability_pressure"]
        potential = -through * math.expm1(-inside / through) if inside > 0 else inside
        conductance = f["permeability"] * water ** f["permeability_exponent"] * f["soft_section"] / (f["length"] / 3)
        along = -conductance * potential
        open_share = 1.0 / (1.0 + (max(p, 0.0) / f["closing"]) ** 2)
        oncotic = f["reflection"] * f["oncotic"] * (concentration - 1.0)
        across = f["filtration"] * open_share * (f["lymph"] / f["filtration"] + drive - inside + oncotic)
        lymph = f["lymph"] * lymph_factor * water
        carried = concentration * along if along < 0 else along
        if p > 0:
            target = f["blood_pool"] * math.exp(-p / f["venous"])
        else:
            target = f["blood_pool"] * (1.0 + f["distension"] * (1.0 - math.exp(p / f["venous"])))
        short, fill, empty = target - blood, flow / f["fill"], 1.0 / f["empty"]
        side = short / math.hypot(short, ALIKE * f["blood_pool"])
        blood_rate = 0.5 * short * (fill + empty + (fill - empty) * side)
        protein_rate = (carried + f["lymph"] - concentration * lymph) / (f["mobile"] * f["volume"])
        return blood_rate, along + across - lymph, protein_rate

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
        p_air, _ = self.pressure(gap, y[0])
        vacuum = max(self.n["ambient"] - p_air, 0.0)
        rest = self.resolve(gap, vacuum - self.squeeze(gap))
        posture = self.n["posture"]
        if kind == "stand":
            p = self.loaded(gap, rest, 0.5 * self.n["gait"]["body_mass"] * GRAVITY)
        else:
            p = rest[0] - rest[1]
        return (self.leak(p_air), *self.fluid_rates(y, p, posture[kind], 1.0, 1.0))

    def walking(self, y, cadence, speed):
        posture, stance = self.n["posture"], self.n["gait"]["stance_fraction"]
        gap = self.gap(y)
        p_air, volume = self.pressure(gap, y[0])
        vacuum = max(self.n["ambient"] - p_air, 0.0)
        rest = self.resolve(gap, vacuum - self.squeeze(gap))
        total = [0.0, 0.0, 0.0]
        for i in range(STANCE_POINTS):
            force = self.stance_force((i + 0.5) / STANCE_POINTS, speed)
            rates = self.fluid_rates(y, self.loaded(gap, rest, force), posture["walk"], posture["lymph"], posture["flow"])
            for k in range(3):
                total[k] += stance / STANCE_POINTS * rates[k]
        for i in range(SWING_POINTS):
            pull = self.swing_pull((i + 0.5) / SWING_POINTS, cadence)
            p = self.pulled(gap, vacuum, rest[2], pull)
            rates = self.fluid_rates(y, p, posture["walk"], posture["lymph"], posture["flow"])
            for k in range(3):
                total[k] += (1.0 - stance) / SWING_POINTS * rates[k]
        air = self.leak(p_air) - self.removal(gap, p_air, volume, speed, 120.0 / cadence)
        return (air, *total)

    def within_stride(self, t, y, segment):
        """Walking, resolved within the stride: the load of this instant, not its mean over the cycle."""
        posture, stance = self.n["posture"], self.n["gait"]["stance_fraction"]
        stride = 120.0 / segment["cadence"]
        phase = (t / stride) % 1.0
        gap = self.gap(y)
        p_air, volume = self.pressure(gap, y[0])
        vacuum = max(self.n["ambient"] - p_air, 0.0)
        rest = self.resolve(gap, vacuum - self.squeeze(gap))
        if phase < stance:
            p = self.loaded(gap, rest, self.stance_force(phase / stance, segment["speed"]))
        else:
            pull = self.swing_pull((phase - stance) / (1.0 - stance), segment["cadence"])
            p = self.pulled(gap, vacuum, rest[2], pull)
        air = self.leak(p_air) - self.removal(gap, p_air, volume, segment["speed"], stride)
        return (air, *self.fluid_rates(y, p, posture["walk"], posture["lymph"], posture["flow"]))

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
        rates, (0.0, seconds), y, method="LSODA", rtol=1e-5, atol=[1e-4, 1e-9, 1e-9, 1e-5], max_step=max_step
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
            y = integrate(
                lambda t, y, segment=segment: network.within_stride(t, y, segment), y, walked, stride / 20.0
            )
            if walked < 60.0:
                y = integrate(lambda _, y, still=still: network.rates(y, still), y, 60.0 - walked, 60.0)
    return y


def main():
    problem = json.load(sys.stdin)
    network = Network(problem["network"])
    pool = problem["network"]["fluid"]["blood_pool"]
    start = [0.0, pool, 0.0, 1.0]
    start[0] = problem["network"]["ambient"] * network.air_volume(network.gap(start), 0.0)[0]
    answers = {}
    for name, solve in [("cycle_means", cycle_means), ("every_stride", every_stride)]:
        begun = time.perf_counter()
        y = solve(network, problem["segments"], start)
        seconds = time.perf_counter() - begun
        answers[name] = {"seconds": seconds, "air": y[0], "interstitial": y[2]}
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
