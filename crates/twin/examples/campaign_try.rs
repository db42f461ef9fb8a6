use twin::drive::{Drawn, campaign};
fn main() {
    let args: Vec<u64> = std::env::args().skip(1).map(|a| a.parse().unwrap()).collect();
    let case = domain::Case::parse(include_str!("../../../cases/mechanic.toml")).unwrap();
    let values =
        twin::parameters::ParameterSet::parse(include_str!("../../../data/parameters.toml")).unwrap().central();
    let drawn = if args[0] == 2 { Drawn::Pairs } else { Drawn::Single };
    let mut hours = 0.0;
    for seed in args[1]..args[2] {
        match campaign::run(&case, &values, &control::Settings::default(), drawn, seed, args[3] as f64) {
            Ok(clean) => hours += clean.hours,
            Err(failure) => {
                println!(
                    "seed {} at {:.1}: {:?}: {}",
                    failure.seed, failure.at_s, failure.broken.invariant, failure.broken.what
                );
                for e in failure.episodes {
                    println!("   {:?}", e);
                }
            }
        }
    }
    println!("{hours} h clean");
}
