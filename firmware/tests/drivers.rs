//! The sensors' bytes mean what their data sheets say.

use control::Acceleration;
use embedded_hal_mock::eh1::i2c::{Mock, Transaction};
use firmware::drivers::{Air, acceleration, air, line_pa};

#[test]
fn line_pressure_is_read_by_its_transfer_function_and_refused_when_the_status_is_bad() {
    let read = |answer: [u8; 4]| {
        let mut bus =
            Mock::new(&[Transaction::read(0x18, answer.to_vec()), Transaction::write(0x18, vec![0xAA, 0, 0])]);
        let pa = line_pa(&mut bus);
        bus.done();
        pa
    };
    // Half of 2²⁴ counts is half of 25 psi.
    assert!((read([0x40, 0x80, 0, 0]).unwrap() - 86_184.466).abs() < 0.01);
    for bad in [[0x60, 0x80, 0, 0], [0x44, 0x80, 0, 0], [0x40, 0, 0, 0], [0x40, 0xFF, 0xFF, 0xFF]] {
        assert_eq!(read(bad), None, "{bad:x?}");
    }
}

#[test]
fn ambient_is_set_up_when_it_lost_its_supply_and_read_in_hectopascals() {
    let register = |register, values: &[u8]| Transaction::write_read(0x5D, vec![register], values.to_vec());
    let mut bus = Mock::new(&[
        register(0x10, &[0x00]),
        Transaction::write(0x5D, vec![0x10, 0x42]),
        register(0x10, &[0x42]),
        register(0x28, &[0x00, 0x50, 0x3F, 0xC4, 0x09]),
    ]);
    assert_eq!(air(&mut bus), None);
    assert_eq!(air(&mut bus), Some(Air { pa: 101_300.0, celsius: 25.0 }));
    bus.done();
}

#[test]
fn acceleration_says_sample_nothing_new_or_failed() {
    let register = |register, values: &[u8]| Transaction::write_read(0x6A, vec![register], values.to_vec());
    let ready = [register(0x10, &[0x48]), register(0x12, &[0x44])];
    let fresh = [register(0x1E, &[0x01]), register(0x28, &[0, 0, 0, 0, 0x05, 0x20])];
    let dead = register(0x10, &[0]).with_error(embedded_hal::i2c::ErrorKind::Bus);
    let mut bus = Mock::new(&[&ready[..], &fresh[..], &ready[..], &[register(0x1E, &[0])], &[dead]].concat());
    let Acceleration::Sample([x, y, z]) = acceleration(&mut bus) else { panic!("no sample") };
    assert!(x == 0.0 && y == 0.0 && (z - 9.806).abs() < 0.01, "{z}");
    assert_eq!(acceleration(&mut bus), Acceleration::NotRead);
    assert_eq!(acceleration(&mut bus), Acceleration::Failed);
    bus.done();
}
