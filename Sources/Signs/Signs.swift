// Signs
