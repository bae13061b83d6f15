// One value.
Array0::ones(())
