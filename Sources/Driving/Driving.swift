// Driving
