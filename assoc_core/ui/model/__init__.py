"""What is computed from the choices: values, cached, without any wire format. Enters: choices."""
