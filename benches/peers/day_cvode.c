/* The compiled peer of `cargo bench -p twin`: the same equations of one day, integrated by SUNDIALS CVODE.
 *
 * Reads the network's constants and the day's regimes on standard input, one a line:
 *     constant contact.area 0.047
 *     segment walk 104 1.2 0.4 1800        (cadence, speed, duty, seconds)
 *     segment sit 900                      (seconds)
 * and writes the end states, the times and what the solver counted as JSON. Term by term the equations of
 * day_scipy.py; what a stretch of walking or a state fixes for all its evaluations is worked out once, as in the twin.
 *
 * cc -O2 -march=native day_cvode.c -lsundials_cvode -lsundials_nvecserial -lsundials_sunmatrixdense
 *     -lsundials_sunlinsoldense -lm         (SUNDIALS 6, or 7 with -lsundials_core)
 */

#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_config.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

#if SUNDIALS_VERSION_MAJOR < 6
#error "SUNDIALS 6 or 7 is needed"
#elif SUNDIALS_VERSION_MAJOR == 6
#define SUN_COMM_NULL NULL
#endif

/* The states, in the order of crates/physics/src/state.rs. */
enum { AIR, BLOOD, INTERSTITIAL, DISPLACED, PORE, PROTEIN, MUSCLE, FLOW, STATES };
enum { STANCE_POINTS = 28, SWING_POINTS = 10, MOST_SEGMENTS = 256, TIMED = 15 };
static const double GRAVITY = 9.80665, DRY = 0.02, PI = 3.14159265358979323846;

static struct {
    double ambient, load_share, bone_support, taper, fit_gap, liner_stretch;
    struct { double body_mass, prosthesis_mass, stance_fraction, midstance_load, peak_modulation, reference_speed,
        reference_cadence, swing_rate, prosthesis_arm; } gait;
    struct { double area, spread, tissue, liner, contact, bone_share, bone_thinness, bone_offset, bone_range; } contact;
    struct { double line, textile, textile_compression, fold, fold_compliance, section; } air;
    struct { double seal; } leak;
    struct { double shear_modulus, depth, unclamped; } suspension;
    struct { double chambers, area, stiffness, stop, dead, crack, travel; } pump;
    struct { double volume, soft_section, length, permeability, permeability_pressure, permeability_exponent,
        filtration, closing, oncotic, reflection, dry, wet, mobile, lymph, inflow_part; } fluid;
    struct { double pool, venous, empty, inflow, distension, flow_time; } blood;
    struct { double most, pressure, time, load_part, drawn, drawn_pressure; } displaced;
    struct { double most, pressure, time; } pore;
    struct { double most, time; } muscle;
    struct { double stand, sit, walk, lymph, flow; } posture;
} n;

static struct { const char *name; double *at; } constants[] = {
#define C(name) { #name, &n.name }
    C(ambient), C(load_share), C(bone_support), C(taper), C(fit_gap), C(liner_stretch),
    C(gait.body_mass), C(gait.prosthesis_mass), C(gait.stance_fraction), C(gait.midstance_load),
    C(gait.peak_modulation), C(gait.reference_speed), C(gait.reference_cadence), C(gait.swing_rate),
    C(gait.prosthesis_arm),
    C(contact.area), C(contact.spread), C(contact.tissue), C(contact.liner), C(contact.contact),
    C(contact.bone_share), C(contact.bone_thinness), C(contact.bone_offset), C(contact.bone_range),
    C(air.line), C(air.textile), C(air.textile_compression), C(air.fold), C(air.fold_compliance), C(air.section),
    C(leak.seal),
    C(suspension.shear_modulus), C(suspension.depth), C(suspension.unclamped),
    C(pump.chambers), C(pump.area), C(pump.stiffness), C(pump.stop), C(pump.dead), C(pump.crack), C(pump.travel),
    C(fluid.volume), C(fluid.soft_section), C(fluid.length), C(fluid.permeability), C(fluid.permeability_pressure),
    C(fluid.permeability_exponent),
    C(fluid.filtration), C(fluid.closing), C(fluid.oncotic), C(fluid.reflection), C(fluid.dry), C(fluid.wet),
    C(fluid.mobile), C(fluid.lymph), C(fluid.inflow_part),
    C(blood.pool), C(blood.venous), C(blood.empty), C(blood.inflow), C(blood.distension), C(blood.flow_time),
    C(displaced.most), C(displaced.pressure), C(displaced.time), C(displaced.load_part), C(displaced.drawn),
    C(displaced.drawn_pressure),
    C(pore.most), C(pore.pressure), C(pore.time), C(muscle.most), C(muscle.time),
    C(posture.stand), C(posture.sit), C(posture.walk), C(posture.lymph), C(posture.flow),
#undef C
};
enum { CONSTANTS = sizeof constants / sizeof constants[0] };

typedef enum { WALK, STAND, SIT } Kind;

/* A regime with what it needs at every evaluation. */
typedef struct {
    Kind kind;
    double cadence, speed, duty, seconds;
    double stride, peak_force, stance[STANCE_POINTS], share[STANCE_POINTS], swing[SWING_POINTS];
    /* Resolved within the stride: what its cycle means displace, and of which stride that is. */
    double displaced_target;
    long displaced_stride;
} Segment;

static Segment segments[MOST_SEGMENTS];
static int segment_count;
static long newton_iterations, pressures;

static void fail(const char *why)
{
    fprintf(stderr, "%s\n", why);
    exit(1);
}

/* --- contact and air --- */

static double open_gap(double x, double *open_share)
{
    double z = x / n.contact.spread;
    *open_share = 0.5 * erfc(-z / sqrt(2.0));
    return n.contact.spread * (exp(-0.5 * z * z) / sqrt(2.0 * PI) + z * *open_share);
}

typedef struct { double preload, suction, share; } Contact;

static double squeeze(double gap)
{
    return n.contact.liner * fmax(n.liner_stretch - (gap - n.fit_gap), 0.0);
}

static double open_over_bone(double x, double *open_share)
{
    double range = n.contact.bone_range, share = fmin(fmax(0.5 * (x + range) / range, 0.0), 1.0);
    *open_share = share;
    return share * share * range + fmax(x - range, 0.0);
}

static Contact resolve_where(double (*law)(double, double *), double gap, double outward, double tissue)
{
    double x = gap - outward / (n.contact.liner + tissue), ignored, open_share;
    double wide = law(gap, &ignored), left = law(x, &open_share);
    return (Contact){ n.contact.contact * (wide - gap), tissue * (wide - left), 1.0 - open_share };
}

static double gap_over_bone(double gap)
{
    return n.contact.bone_offset + n.contact.bone_thinness * gap;
}

static Contact resolve(double gap, double outward)
{
    double a = n.contact.bone_share, thin = n.contact.bone_thinness, m = a * thin / (1.0 - a + a * thin);
    Contact soft = resolve_where(open_gap, gap, outward, n.contact.tissue);
    Contact bone = resolve_where(open_over_bone, gap_over_bone(gap), outward, n.contact.tissue / thin);
    return (Contact){ (1.0 - m) * soft.preload + m * bone.preload, (1.0 - m) * soft.suction + m * bone.suction,
        (1.0 - a) * soft.share + a * bone.share };
}

static double air_volume(double gap, double vacuum, double *slope)
{
    double a = n.contact.bone_share, springs = n.contact.liner + n.contact.tissue;
    double over_bone = n.contact.liner + n.contact.tissue / n.contact.bone_thinness, open_share, share_over_bone;
    vacuum = fmax(vacuum, 0.0);
    double outward = vacuum - squeeze(gap);
    double left = (1.0 - a) * open_gap(gap - outward / springs, &open_share)
        + a * open_over_bone(gap_over_bone(gap) - outward / over_bone, &share_over_bone);
    double fold = n.air.fold * exp(-n.air.fold_compliance * vacuum / n.air.fold);
    double textile = n.air.textile * (1.0 - n.air.textile_compression * vacuum / n.ambient);
    *slope = -n.contact.area * ((1.0 - a) * open_share / springs + a * share_over_bone / over_bone) - n.air.fold_compliance / n.air.fold * fold
        - n.air.textile * n.air.textile_compression / n.ambient;
    return n.air.line + textile + fold + n.contact.area * left;
}

static double pressure(double gap, double air, double *volume)
{
    air = fmax(air, 1e-9);
    double low = 0.0, high = air / (n.air.line + 1e-7) + n.ambient;
    double p = fmin(air / (n.air.line + n.air.textile), n.ambient);
    pressures++;
    for (int i = 0; i < 60; i++) {
        double slope;
        newton_iterations++;
        *volume = air_volume(gap, n.ambient - p, &slope);
        double miss = p * *volume - air;
        if (fabs(miss) <= 1e-12 * n.ambient * *volume)
            break;
        if (miss > 0.0)
            high = p;
        else
            low = p;
        double step = p - miss / (*volume - p * (p < n.ambient ? slope : 0.0));
        step = low < step && step < high ? step : 0.5 * (low + high);
        double moved = fabs(step - p);
        p = step;
        if (moved < 1e-9 * n.ambient)
            break;
    }
    if (p > n.ambient) {
        *volume = air / n.ambient;
        return n.ambient;
    }
    return p;
}

/* Change of the limb's volume since rest. */
static double change(const double *y)
{
    return y[BLOOD] - n.blood.pool + y[INTERSTITIAL] + y[DISPLACED] + y[PORE] + y[MUSCLE];
}

static double gap_of(const double *y)
{
    return n.fit_gap - change(y) / n.contact.area;
}

/* --- the limb --- */

/* What the rates of one state have in common under every pressure. */
typedef struct { double blood, concentration, elastic, drive, lymph, conductance, inflow; } Terms;

/* Means over a gait cycle, as they add up. */
typedef struct { double blood, interstitial, protein, pore_target, standing, load; } Means;

static Terms limb_terms(const double *y, double drive, double lymph_factor)
{
    double strain = y[INTERSTITIAL] / n.fluid.volume, share = 1.0 + strain / n.fluid.mobile;
    double water = fmax(share, DRY), concentration = y[PROTEIN] / water, elastic = n.fluid.wet * strain;
    if (strain < 0.0)
        elastic = n.fluid.dry * n.fluid.mobile * (log(water) - fmax(DRY - share, 0.0) / (DRY * DRY));
    return (Terms){ y[BLOOD], concentration, elastic,
        n.fluid.lymph / n.fluid.filtration + drive + n.fluid.reflection * n.fluid.oncotic * (concentration - 1.0),
        n.fluid.lymph * lymph_factor * water,
        n.fluid.permeability * pow(water, n.fluid.permeability_exponent) * n.fluid.soft_section / (n.fluid.length / 3.0),
        y[FLOW] * n.blood.inflow };
}

/* Adds a share of a cycle under a pressure that stands and one that a load adds to it. */
static void add(const Terms *terms, double standing, double load, double weight, Means *means)
{
    double p = standing + load, inside = p + terms->elastic, through = n.fluid.permeability_pressure;
    double potential = inside > 0.0 ? -through * expm1(-inside / through) : n.fluid.inflow_part * inside;
    double along = -terms->conductance * potential;
    double closing = fmax(p, 0.0) / n.fluid.closing;
    double across = n.fluid.filtration / (1.0 + closing * closing) * (terms->drive - inside);
    double carried = along < 0.0 ? terms->concentration * along : along;
    double target = p > 0.0
        ? n.blood.pool * exp(-p / n.blood.venous)
        : n.blood.pool * (1.0 + n.blood.distension * (1.0 - exp(p / n.blood.venous)));
    double short_of = target - terms->blood;
    means->blood += weight * (short_of > 0.0
        ? -terms->inflow * expm1(-short_of / (n.blood.empty * terms->inflow))
        : short_of / n.blood.empty);
    means->interstitial += weight * (along + across - terms->lymph);
    means->protein += weight * (carried + n.fluid.lymph - terms->concentration * terms->lymph)
        / (n.fluid.mobile * n.fluid.volume);
    means->pore_target += weight * (p > 0.0 ? n.pore.most * expm1(-p / n.pore.pressure) : 0.0);
    means->standing += weight * standing;
    means->load += weight * load;
}

static double displaced_target(double standing, double load)
{
    double p = standing + n.displaced.load_part * load;
    return p > 0.0 ? n.displaced.most * expm1(-p / n.displaced.pressure)
                   : -n.displaced.drawn * n.displaced.most * expm1(p / n.displaced.drawn_pressure);
}

static void limb_rates(const double *y, const Means *means, double target, double flow, double exercise, double *rates)
{
    rates[BLOOD] = means->blood;
    rates[INTERSTITIAL] = means->interstitial;
    rates[DISPLACED] = (target - y[DISPLACED]) / n.displaced.time;
    rates[PORE] = (means->pore_target - y[PORE]) / n.pore.time;
    rates[PROTEIN] = means->protein;
    rates[MUSCLE] = (n.muscle.most * exercise - y[MUSCLE]) / n.muscle.time;
    rates[FLOW] = (flow - y[FLOW]) / n.blood.flow_time;
}

/* --- loads --- */

static double loaded(double gap, const Contact *rest, double force)
{
    double ignored, sunk = open_gap(gap, &ignored) * n.contact.area / n.air.section;
    double soft = fmax(n.load_share * force - n.bone_support * sunk, 0.0);
    return rest->preload - rest->suction + soft / n.air.section;
}

static double pulled(double gap, double vacuum, double share, double pull)
{
    double hold = fmin(vacuum * n.air.section / fmax(pull, 1e-9), 1.0);
    double carried = n.suspension.unclamped + (1.0 - n.suspension.unclamped) * share;
    double stretch = pull * n.suspension.depth / (n.suspension.shear_modulus * n.contact.area * carried);
    Contact contact = resolve(gap + hold * stretch * n.taper, fmax(vacuum, pull / n.air.section) - squeeze(gap));
    return contact.preload - contact.suction;
}

static void shape(double speed, double *d, double *b)
{
    double ratio = fmin(pow(speed / n.gait.reference_speed, 2.0), 2.5);
    *d = 1.0 - (1.0 - n.gait.midstance_load) * ratio;
    *b = n.gait.peak_modulation * ratio;
}

static double stance_force(double s, double speed)
{
    double d, b;
    shape(speed, &d, &b);
    return n.gait.body_mass * GRAVITY * fmax((d + b) * sin(PI * s) + b * sin(3.0 * PI * s), 0.0);
}

static double peak_force(double speed)
{
    double d, b;
    shape(speed, &d, &b);
    double cos2 = (8.0 * b - d) / (12.0 * b);
    return stance_force(b > 0.0 && cos2 > 0.0 ? acos(sqrt(fmin(cos2, 1.0))) / PI : 0.5, speed);
}

static double swing_pull(double s, double cadence)
{
    double rate = n.gait.swing_rate * cadence / n.gait.reference_cadence, sine = sin(PI * s);
    return n.gait.prosthesis_mass * (GRAVITY + n.gait.prosthesis_arm * rate * rate * sine * sine);
}

/* --- leak and pump --- */

static double leak(double p)
{
    return p >= n.ambient ? 0.0 : n.leak.seal * (n.ambient * n.ambient - p * p) / (2.0 * n.ambient);
}

static double removal(double gap, double p, double volume, const Segment *walk)
{
    double slope, x_c = fmin(walk->peak_force / n.pump.stiffness, n.pump.stop);
    air_volume(gap, n.ambient - p, &slope);
    double yielding = volume - p * (p < n.ambient ? slope : 0.0);
    double met = fmin(p + 0.5 / n.pump.chambers * leak(p) * walk->stride / yielding, n.ambient);
    double x_r = fmin(fmax(n.ambient - met, 0.0) * n.pump.area / n.pump.stiffness, x_c);
    double v_min = n.pump.dead + n.pump.area * (n.pump.stop - x_c);
    double v_max = v_min + n.pump.travel * n.pump.area * (x_c - x_r);
    double limit = fmin((n.ambient + n.pump.crack) * v_min / v_max, n.ambient);
    double x = n.pump.chambers * log1p(v_max / yielding);
    double saw = leak(p) * (0.5 * x / tanh(0.5 * x) - 1.0);
    return fmax((p - limit) * yielding * x / walk->stride - saw, 0.0);
}

/* --- rates --- */

static void still(const double *y, Kind kind, double *rates)
{
    double volume, gap = gap_of(y), p_air = pressure(gap, y[AIR], &volume);
    Contact rest = resolve(gap, fmax(n.ambient - p_air, 0.0) - squeeze(gap));
    double standing = rest.preload - rest.suction;
    double p = kind == STAND ? loaded(gap, &rest, 0.5 * n.gait.body_mass * GRAVITY) : standing;
    Terms terms = limb_terms(y, kind == STAND ? n.posture.stand : n.posture.sit, 1.0);
    Means means = { 0 };
    rates[AIR] = leak(p_air);
    add(&terms, standing, p - standing, 1.0, &means);
    limb_rates(y, &means, displaced_target(means.standing, means.load), 1.0, 0.0, rates);
}

/* Does `body` for every part of a gait cycle: its share, the pressure that stands and what the load adds to it. */
#define EACH_PART(walk, gap, vacuum, rest, share, standing, load, body)                                        \
    do {                                                                                                       \
        double ignored_, base_ = (rest).preload - (rest).suction;                                              \
        double on_bone_ = n.bone_support * open_gap(gap, &ignored_) * n.contact.area / n.air.section;          \
        for (int i_ = 0; i_ < STANCE_POINTS; i_++) {                                                           \
            double share = n.gait.stance_fraction * (walk)->share[i_], standing = base_;                       \
            double load = fmax(n.load_share * (walk)->stance[i_] - on_bone_, 0.0) / n.air.section;             \
            body;                                                                                              \
        }                                                                                                      \
        for (int i_ = 0; i_ < SWING_POINTS; i_++) {                                                            \
            double share = (1.0 - n.gait.stance_fraction) / SWING_POINTS, load = 0.0;                          \
            double standing = pulled(gap, vacuum, (rest).share, (walk)->swing[i_]);                            \
            body;                                                                                              \
        }                                                                                                      \
    } while (0)

static void walking(const double *y, const Segment *walk, double *rates)
{
    double volume, gap = gap_of(y), p_air = pressure(gap, y[AIR], &volume), vacuum = fmax(n.ambient - p_air, 0.0);
    Contact rest = resolve(gap, vacuum - squeeze(gap));
    Terms terms = limb_terms(y, n.posture.walk, n.posture.lymph);
    Means means = { 0 };
    rates[AIR] = leak(p_air) - removal(gap, p_air, volume, walk);
    EACH_PART(walk, gap, vacuum, rest, share, standing, load, add(&terms, standing, load, share, &means));
    limb_rates(y, &means, displaced_target(means.standing, means.load), n.posture.flow, 1.0, rates);
}

/* The rates as means over the gait cycle. */
static int mean_rates(sunrealtype t, N_Vector state, N_Vector out, void *segment)
{
    const double *y = N_VGetArrayPointer(state);
    double *rates = N_VGetArrayPointer(out), standing[STATES];
    const Segment *now = segment;
    (void)t;
    if (now->kind != WALK) {
        still(y, now->kind, rates);
        return 0;
    }
    walking(y, now, rates);
    if (now->duty < 1.0) {
        still(y, STAND, standing);
        for (int i = 0; i < STATES; i++)
            rates[i] = now->duty * rates[i] + (1.0 - now->duty) * standing[i];
    }
    return 0;
}

/* Walking, resolved within the stride: the load of this instant, not its mean over the cycle. What displaces tissue is
 * that mean by its own law; it is worked out once a stride. */
static int instant_rates(sunrealtype t, N_Vector state, N_Vector out, void *segment)
{
    const double *y = N_VGetArrayPointer(state);
    double *rates = N_VGetArrayPointer(out);
    Segment *now = segment;
    long stride = (long)floor(t / now->stride);
    double phase = t / now->stride - (double)stride, stance = n.gait.stance_fraction, p;
    double volume, gap = gap_of(y), p_air = pressure(gap, y[AIR], &volume), vacuum = fmax(n.ambient - p_air, 0.0);
    Contact rest = resolve(gap, vacuum - squeeze(gap));
    if (stride != now->displaced_stride) {
        double stands = 0.0, loads = 0.0;
        EACH_PART(now, gap, vacuum, rest, share, standing, load, (stands += share * standing, loads += share * load));
        now->displaced_stride = stride;
        now->displaced_target = displaced_target(stands, loads);
    }
    if (phase < stance)
        p = loaded(gap, &rest, stance_force(phase / stance, now->speed));
    else
        p = pulled(gap, vacuum, rest.share, swing_pull((phase - stance) / (1.0 - stance), now->cadence));
    Terms terms = limb_terms(y, n.posture.walk, n.posture.lymph);
    Means means = { 0 };
    rates[AIR] = leak(p_air) - removal(gap, p_air, volume, now);
    add(&terms, p, 0.0, 1.0, &means);
    limb_rates(y, &means, now->displaced_target, n.posture.flow, 1.0, rates);
    return 0;
}

/* --- integration --- */

static SUNContext context;
static N_Vector y;
static long evaluations;

static void must(int flag)
{
    if (flag < 0)
        fail("CVODE stopped");
}

/* One solver for each right-hand side, started anew at every stretch. */
static void *solver(CVRhsFn rates)
{
    static const double absolute[STATES] = { 1e-4, 1e-9, 1e-9, 1e-9, 1e-9, 1e-5, 1e-9, 1e-4 };
    void *cvode = CVodeCreate(CV_BDF, context);
    N_Vector tolerance = N_VNew_Serial(STATES, context);
    SUNMatrix matrix = SUNDenseMatrix(STATES, STATES, context);
    memcpy(N_VGetArrayPointer(tolerance), absolute, sizeof absolute);
    must(CVodeInit(cvode, rates, 0.0, y));
    must(CVodeSVtolerances(cvode, 1e-5, tolerance));
    must(CVodeSetLinearSolver(cvode, SUNLinSol_Dense(y, matrix, context), matrix));
    must(CVodeSetMaxNumSteps(cvode, 10000000));
    return cvode;
}

static void integrate(void *cvode, Segment *segment, double seconds, double max_step)
{
    sunrealtype t;
    long explicit_evaluations, jacobian_evaluations;
    segment->displaced_stride = -1;
    must(CVodeReInit(cvode, 0.0, y));
    must(CVodeSetUserData(cvode, segment));
    must(CVodeSetMaxStep(cvode, max_step));
    must(CVodeSetStopTime(cvode, seconds));
    must(CVode(cvode, seconds, y, &t, CV_NORMAL));
    CVodeGetNumRhsEvals(cvode, &explicit_evaluations);
    CVodeGetNumLinRhsEvals(cvode, &jacobian_evaluations);
    evaluations += explicit_evaluations + jacobian_evaluations;
}

/* The day with every walk as the mean over its gait cycle. */
static void cycle_means(void *means, void *instants)
{
    (void)instants;
    for (int i = 0; i < segment_count; i++)
        integrate(means, &segments[i], segments[i].seconds, 600.0);
}

/* The day with every stride resolved; a walk that takes a share of its time walks that share of each minute. */
static void every_stride(void *means, void *instants)
{
    Segment standing = { .kind = STAND };
    for (int i = 0; i < segment_count; i++) {
        Segment *now = &segments[i];
        if (now->kind != WALK) {
            integrate(means, now, now->seconds, 600.0);
            continue;
        }
        double walked = 60.0 * fmin(now->duty, 1.0);
        for (long minute = lrint(now->seconds / 60.0); minute > 0; minute--) {
            integrate(instants, now, walked, now->stride / 20.0);
            if (walked < 60.0)
                integrate(means, &standing, 60.0 - walked, 60.0);
        }
    }
}

static double clock_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, z = *(const double *)b;
    return (x > z) - (x < z);
}

/* Solves the day `times` times from donning and prints the median time and the last end state. */
static void answer(const char *name, void (*solve)(void *, void *), int times, const char *end)
{
    double slope, took[TIMED], *state = N_VGetArrayPointer(y);
    void *means = solver(mean_rates), *instants = solver(instant_rates);
    for (int i = 0; i < times; i++) {
        memset(state, 0, STATES * sizeof *state);
        state[BLOOD] = n.blood.pool;
        state[PROTEIN] = state[FLOW] = 1.0;
        state[AIR] = n.ambient * air_volume(gap_of(state), 0.0, &slope);
        evaluations = newton_iterations = pressures = 0;
        double begun = clock_seconds();
        solve(means, instants);
        took[i] = clock_seconds() - begun;
    }
    qsort(took, times, sizeof took[0], ascending);
    printf("\"%s\": {\"seconds\": %.9g, \"air\": %.17g, \"interstitial\": %.17g, \"volume\": %.17g, \"evaluations\": %ld, "
           "\"air_iterations\": %.3f}%s",
        name, took[times / 2], state[AIR], state[INTERSTITIAL], change(state), evaluations,
        (double)newton_iterations / (double)pressures, end);
}

/* --- input --- */

static void read_constant(const char *line)
{
    char name[64];
    double value;
    if (sscanf(line, "constant %63s %lf", name, &value) != 2)
        fail("a constant is `constant name value`");
    for (int i = 0; i < CONSTANTS; i++)
        if (strcmp(name, constants[i].name) == 0)
            *constants[i].at = value;
}

static void read_segment(const char *line)
{
    char kind[16];
    if (segment_count == MOST_SEGMENTS)
        fail("too many segments");
    Segment *now = &segments[segment_count++];
    if (sscanf(line, "segment walk %lf %lf %lf %lf", &now->cadence, &now->speed, &now->duty, &now->seconds) == 4) {
        now->kind = WALK;
        return;
    }
    if (sscanf(line, "segment %15s %lf", kind, &now->seconds) != 2)
        fail("a segment is `segment walk cadence speed duty seconds` or `segment sit seconds`");
    now->kind = strcmp(kind, "stand") == 0 ? STAND : SIT;
}

static void prepare(Segment *now)
{
    now->stride = 120.0 / now->cadence;
    now->peak_force = peak_force(now->speed);
    for (int i = 0; i < STANCE_POINTS; i++) {
        /* Fejer's first rule. */
        double theta = (i + 0.5) * PI / STANCE_POINTS, waves = 0.0;
        for (int k = 1; k <= STANCE_POINTS / 2; k++)
            waves += cos(2.0 * k * theta) / (4.0 * k * k - 1.0);
        now->share[i] = (1.0 - 2.0 * waves) / STANCE_POINTS;
        now->stance[i] = stance_force(0.5 * (1.0 - cos(theta)), now->speed);
    }
    for (int i = 0; i < SWING_POINTS; i++)
        now->swing[i] = swing_pull((i + 0.5) / SWING_POINTS, now->cadence);
}

int main(void)
{
    char line[256];
    for (int i = 0; i < CONSTANTS; i++)
        *constants[i].at = NAN;
    while (fgets(line, sizeof line, stdin)) {
        if (strncmp(line, "constant ", 9) == 0)
            read_constant(line);
        else if (strncmp(line, "segment ", 8) == 0)
            read_segment(line);
        else
            fail("a line begins with `constant` or `segment`");
    }
    for (int i = 0; i < CONSTANTS; i++)
        if (isnan(*constants[i].at))
            fail(constants[i].name);
    for (int i = 0; i < segment_count; i++)
        if (segments[i].kind == WALK)
            prepare(&segments[i]);

    must(SUNContext_Create(SUN_COMM_NULL, &context));
    y = N_VNew_Serial(STATES, context);
    printf("{\"version\": \"%s\", ", SUNDIALS_VERSION);
    answer("cycle_means", cycle_means, TIMED, ", ");
    answer("every_stride", every_stride, 3, "}\n");
    return 0;
}
