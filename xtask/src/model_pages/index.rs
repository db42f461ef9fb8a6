//! The index of the model pages: one walk, and what each page stands for.

use super::context::{Context, SOURCES, links, opening};
use super::maths::{Tone, typeset};

/// The walk from a case to a curve.
const WALK: &str = "\
One walk, from a case to a curve of the report:

1. [Parameters](parameters.md) are drawn for each person, about the case's [answers](answers.md) and by the measured
   [fluctuation](fluctuation.md); [assembly](assemble.md) makes the network's constants from case,
   parameters and suspension, with the [regions](regions.md) of the skin.
2. [Gait load](gait_load.md) presses in stance and pulls in swing; [contact](limb_socket_contact.md) with the
   [liner](liner.md) says what of it, and of the vacuum, reaches the skin.
3. The [limb's volume](limb_volume.md) follows that pressure and the [circulation](circulation.md) of the posture: [blood](blood.md)
   within seconds, [displaced tissue](displaced_tissue.md), [pore water](pore_water.md) and [muscle](muscle.md) within minutes, [tissue
   fluid](tissue_fluid.md) over hours. The gap follows the volume.
4. [Socket air](socket_air.md) answers the gap; [leaks](leak.md) let air in, a
   [weight-activated](weight_activated_pump.md) or an [electric pump](electric_pump.md) with its
   [controller](pump_control.md) takes it out.
5. The [network](network.md) joins these as rates of its [states](state.md), averaged over a stride; the [integrator](integrator.md) carries them,
   held by the [slow reference](reference.md).
6. The [day](day.md) walks through the activities; [observation](observe.md) turns states into the clinic's curves, with
   [regional pressures](interface_pressure.md), [what a stride moves](movement.md): [pistoning](suspension.md), [rotation](torsion.md), [heel strike](heel_strike.md); and [suction dose](skin_suction.md);
   [events](events.md) say what happened; the [ensemble](ensemble.md) adds the bands, [the first
   steps](first_steps.md) the answer after donning, [sleeve
   wear](sleeve_wear.md) over [months](sleeve.md) its cost.

On stands, as an engineer would measure: a [pump](bench_pump.md) on rigid chambers, a liner in a [dome](bench_dome.md), the
[pull-out](bench_pull.md), the [fit](bench_fit.md) by the slope of vacuum, [leaks zone by zone](bench_leak_zones.md).
Between persons: [who gains from vacuum](responders.md).

What matters most and what is known of it: [sensitivity](sensitivity.md), [identifiability](identifiability.md).
Agreement with people: [VALIDATION](../../VALIDATION.md).
";

/// The index.
pub(super) fn render(context: &Context<'_>) -> String {
    let mut out =
        format!("# The model, page by page\n\n{WALK}\n| page | stands for | uses | feeds |\n|---|---|---|---|\n");
    for source in SOURCES {
        let lines = opening(source.text);
        let title = lines[0].trim_start_matches("# ");
        let text = lines.join(" ");
        let stands = text.split("**Stands for** ").nth(1).unwrap_or_default();
        let end = stands.find("  ").or(stands.find("**")).unwrap_or(stands.len());
        out += &format!(
            "| [{title}]({}.md) | {} | {} | {} |\n",
            source.name,
            // Sources are listed on the pages themselves.
            typeset(stands[..end].trim(), Tone::Prose, &context.names)
                .replace("](#sources)", &format!("]({}.md#sources)", source.name)),
            links(&context.uses[source.name]),
            links(&context.used_by(source.name)),
        );
    }
    out + "\n*Made by `cargo xtask model-pages` from the first comment of each model file; edit there.*\n"
}
